package io.solewire.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.history.Event;
import io.solewire.history.EventKind;
import io.solewire.history.Header;
import io.solewire.history.History;
import io.solewire.history.Redactor;
import io.solewire.history.Role;
import io.solewire.history.Segment;
import io.solewire.history.Trace;
import io.solewire.profile.Payload;
import io.solewire.profile.ProfileReader;
import io.solewire.profile.Template;
import io.solewire.profile.Variables;
import io.solewire.wire.Frame;
import io.solewire.wire.Opcode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From what passes to what is written. The test is the wire: it says what came and what went. */
class RecorderTest {

  private static final Map<String, String> DIALOGUE =
      Map.of("dialogue", "[{ send: 'hello {user}' }, { expect: welcome }]");

  @TempDir private Path folder;
  private History history;
  private Segment segment;
  private CaseRecord record;
  private Recorder recorder;
  private final Queue<Frame> outgoing = new ConcurrentLinkedQueue<>();
  private long now;

  private final class Mouth implements Voice {
    @Override
    public void text(String text) {
      outgoing.add(frame(Opcode.TEXT, text));
    }

    @Override
    public void binary(byte[] payload) {
      outgoing.add(new Frame(true, Opcode.BINARY, payload.length, payload));
    }

    @Override
    public void ping(byte[] payload) {
      outgoing.add(new Frame(true, Opcode.PING, payload.length, payload));
    }
  }

  private void begin(Map<String, String> profile) throws Exception {
    Header header = new Header(1, 1, 1, "t", "ws://h", "", "{}");
    history = History.begin(folder, header, Redactor.NONE, () -> now);
    segment = history.segment("A1.x");
    record = new CaseRecord(segment, history.clock());
    recorder =
        new Recorder(
            ProfileReader.forUrl("ws://h/{user}", profile),
            record,
            new Recorder.Who("anna", "c1", Role.SUBJECT, "plain"),
            Variables.NONE.with("user", "anna"),
            new Mouth());
    recorder.opened(++now);
    recorder.requestSent(++now);
    recorder.answered(++now, 101, "HTTP/1.1 101");
  }

  @AfterEach
  void close() {
    history.close();
  }

  private Trace trace() {
    return record.see(fold -> fold.trace("anna", "c1"));
  }

  private static Frame frame(Opcode opcode, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Frame(true, opcode, bytes.length, bytes);
  }

  private void comes(String text) {
    recorder.frameIn(++now, frame(Opcode.TEXT, text));
  }

  private void closes(int code, String reason) {
    byte[] text = reason.getBytes(StandardCharsets.UTF_8);
    byte[] payload = new byte[2 + text.length];
    payload[0] = (byte) (code >> 8);
    payload[1] = (byte) code;
    System.arraycopy(text, 0, payload, 2, text.length);
    recorder.frameIn(++now, new Frame(true, Opcode.CLOSE, payload.length, payload));
  }

  /** What was to be sent passes the wire. */
  private void goes() {
    for (Frame f = outgoing.poll(); f != null; f = outgoing.poll()) {
      recorder.frameOut(++now, f);
    }
  }

  private String story() {
    return segment.events().stream().map(RecorderTest::words).collect(Collectors.joining(" "));
  }

  private static String words(Event e) {
    String text = e.kind().text();
    if (Boolean.TRUE.equals(e.detail().decides())) {
      text += "!";
    }
    return e.detail().id() == null ? text : text + "=" + e.detail().id();
  }

  @Test
  void theUpgradeDecidesWhereThereIsNoDialogue() throws Exception {
    begin(Map.of());
    assertEquals("tcp-open request-sent! upgraded admitted", story());
    assertEquals("plain", trace().note());
    assertEquals(2, trace().requested());
  }

  @Test
  void theDecidingStepIsMarkedWhenItIsWritten() throws Exception {
    begin(DIALOGUE);
    assertEquals("tcp-open request-sent upgraded", story());
    assertEquals(Trace.NEVER, trace().requested());
    goes();
    comes("welcome");
    assertEquals("tcp-open request-sent upgraded step-sent! frame-in admitted", story());
    assertEquals(4, trace().requested());
    assertEquals(5, trace().admitted());
  }

  @Test
  void anAnswerInPiecesCountsWhenItIsWhole() throws Exception {
    begin(DIALOGUE);
    recorder.frameIn(++now, new Frame(false, Opcode.TEXT, 3, "wel".getBytes()));
    recorder.frameIn(++now, frame(Opcode.PING, "between"));
    assertEquals(Trace.NEVER, trace().admitted());
    recorder.frameIn(++now, frame(Opcode.CONTINUATION, "come"));
    assertEquals(6, trace().admitted());
    assertEquals("welcome", trace().texts().get(0).text());
  }

  @Test
  void aPingIsAProbeAndItsPongTheAnswer() throws Exception {
    begin(Map.of());
    String first = recorder.probe();
    String second = recorder.probe();
    goes();
    recorder.frameIn(++now, frame(Opcode.PONG, "somebody else's"));
    recorder.frameIn(++now, frame(Opcode.PONG, "solewire-" + second));
    String end = "admitted probe-sent=%s probe-sent=%s frame-in probe-answered=%s";
    assertTrue(story().endsWith(end.formatted(first, second, second)), story());
    assertTrue(trace().answers().answered(first));
  }

  @Test
  void anExchangeIsAProbeAndItsAnswerMayAnswerSeveral() throws Exception {
    begin(Map.of("probe", "{ send: 'are you there {probe}', expect: 'here {probe}$' }"));
    String first = recorder.probe();
    String second = recorder.probe();
    String third = recorder.probe();
    goes();
    comes("here " + second);
    comes("here p0x");
    comes("here " + first);
    assertTrue(
        story().endsWith("frame-in probe-answered=" + second + " frame-in frame-in"), story());
    assertTrue(trace().answers().answered(first));
    assertEquals(List.of(false), List.of(trace().answers().answered(third)));
  }

  @Test
  void labelsKeepTheOrderOfConcurrentSenders() throws Exception {
    begin(Map.of("probe", "{ send: 'probe {probe} ', expect: 'never' }"));
    List<Thread> senders = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      int id = i;
      senders.add(
          new Thread(
              () -> {
                for (int n = 0; n < 100; n++) {
                  if (id % 2 == 0) {
                    recorder.probe();
                  } else {
                    recorder.say(new Payload(false, Template.of("said")), Variables.NONE);
                  }
                }
              }));
    }
    senders.forEach(Thread::start);
    for (Thread sender : senders) {
      sender.join(5_000);
    }
    List<Frame> frames = new ArrayList<>(outgoing);
    assertEquals(400, frames.size());
    goes();
    List<Event> events = segment.events().subList(4, 404);
    for (int i = 0; i < 400; i++) {
      String said = frames.get(i).text();
      String told =
          events.get(i).kind() == EventKind.PROBE_SENT
              ? "probe " + events.get(i).detail().id() + " "
              : "said";
      assertEquals(said, told, "frame " + i);
    }
  }

  @ParameterizedTest(name = "before the admission a Close {0} is {1}")
  @CsvSource({"4409, evicted", "4009, refused", "1011, refused", "1013, refused"})
  void aCloseBeforeTheAdmissionRefusesUnlessItIsTheEviction(int code, String meaning)
      throws Exception {
    begin(
        Map.of(
            "dialogue", "[{ send: hello }, { expect: welcome }]",
            "evicted", "{ codes: [4409] }",
            "refused", "{ codes: [4009] }"));
    closes(code, "no");
    Trace trace = trace();
    boolean refused = meaning.equals("refused");
    assertEquals(refused, trace.refused() != Trace.NEVER);
    assertEquals(refused, trace.evicted() == Trace.NEVER);
    assertEquals(code, trace.ending().close().code());
    assertEquals(2, trace.ending().close().length());
  }

  @Test
  void aCloseAfterTheAdmissionIsNoRefusal() throws Exception {
    begin(Map.of("refused", "{ codes: [4009] }"));
    closes(4009, "");
    assertEquals(Trace.NEVER, trace().refused());
    assertEquals("close", trace().ending().by());
  }

  @Test
  void messagesMeanWhatTheProfileSays() throws Exception {
    begin(
        Map.of(
            "dialogue", "[{ send: hello }, { expect: welcome }]",
            "evicted", "{ message: { matches: 'bye {user}' } }",
            "refused", "{ message: { matches: 'not you' } }"));
    comes("bye otto");
    assertEquals(Trace.NEVER, trace().evicted());
    comes("not you");
    assertEquals(5, trace().refused());
    comes("welcome");
    comes("bye anna");
    List<String> meanings =
        segment.events().stream()
            .filter(e -> e.kind() == EventKind.FRAME_IN)
            .map(e -> String.valueOf(e.detail().means()))
            .toList();
    assertEquals(List.of("null", "refused", "null", "evicted"), meanings);
  }

  @Test
  void anAnswerThatIsNo101Refuses() throws Exception {
    begin(Map.of());
    recorder.answered(++now, 409, "HTTP/1.1 409 Conflict");
    assertEquals(409, trace().refusal().status());
  }

  @Test
  void whatCannotBeSaidIsRecordedOnceAndStopsNothing() throws Exception {
    begin(
        Map.of(
            "dialogue",
            "[{ expect: { matches: welcome, capture: { sid: 'sid=(\\w+)' } } }]",
            "replies",
            "[{ on: '^ping$', send: 'pong {sid}' }]"));
    comes("ping");
    comes("ping");
    comes("welcome sid=x7");
    comes("ping");
    goes();
    assertEquals(
        "tcp-open request-sent! upgraded frame-in fault frame-in frame-in admitted"
            + " frame-in frame-out",
        story());
    Event fault = segment.events().get(4);
    assertEquals("unsaid", fault.detail().name());
    assertEquals("a reply cannot be sent: no value for variable {sid}", fault.detail().text());
  }
}
