package io.solewire.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.history.Event;
import io.solewire.history.EventKind;
import io.solewire.history.Header;
import io.solewire.history.History;
import io.solewire.history.Redactor;
import io.solewire.history.Role;
import io.solewire.history.Segment;
import io.solewire.history.Trace;
import io.solewire.judge.Faults;
import io.solewire.profile.Payload;
import io.solewire.profile.ProfileReader;
import io.solewire.profile.Template;
import io.solewire.profile.Variables;
import io.solewire.wire.Frame;
import io.solewire.wire.Opcode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dialect's packets pass as bytes, and are texts in dialogue, probe and history. */
class RecorderDialectTest {

  @TempDir private Path folder;
  private History history;
  private Segment segment;
  private CaseRecord record;
  private Recorder recorder;
  private final Queue<byte[]> sent = new ConcurrentLinkedQueue<>();
  private long now;

  @BeforeEach
  void begin() throws Exception {
    Header header = new Header(1, 1, 1, "t", "ws://h", "", "{}");
    history = History.begin(folder, header, Redactor.NONE, () -> now);
    segment = history.segment("A1.x");
    record = new CaseRecord(segment, history.clock());
    recorder =
        new Recorder(
            ProfileReader.forUrl("ws://h/", Map.of("dialect", "lengths")),
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

  @Test
  void itsProfileHoldsUnlessSomethingElseIsSaid() {
    assertArrayEquals(bytes(7, "hi anna"), sent.poll());
    assertEquals("step 2, a message that matches ok", recorder.waitingFor());
  }

  @Test
  void aPacketMayComeInSeveralFramesAndSeveralInOne() {
    comes(bytes(2, "o"));
    assertTrue(trace().admitted() == Trace.NEVER);
    comes(bytes("k"));
    assertEquals(now, trace().admitted());
    String first = recorder.probe();
    String second = recorder.probe();
    sent.forEach(packet -> recorder.frameOut(++now, frame(packet)));
    comes(bytes(1, "a", 1, "a", 3, "by"));
    assertEquals(2, events(EventKind.PROBE_ANSWERED));
    assertEquals(List.of(first, second), answered());
    comes(bytes("e"));
    assertEquals(now, trace().evicted());
  }

  @Test
  void anAnswerThatDoesNotSayToWhatIsToTheOldestProbe() {
    comes(bytes(2, "ok"));
    String first = recorder.probe();
    recorder.probe();
    sent.forEach(packet -> recorder.frameOut(++now, frame(packet)));
    comes(bytes(1, "a"));
    assertEquals(List.of(first), answered());
  }

  @Test
  void whatItCannotSayIsRecordedAndStopsNothing() {
    comes(bytes(2, "ok"));
    sent.clear();
    Payload payload = new Payload(false, Template.of("far too long"));
    recorder.say(payload, Variables.NONE);
    assertTrue(sent.isEmpty());
    assertEquals("the dialect cannot say it: expected at most 9 bytes", fault("unsaid"));
  }

  @Test
  void whatIsNoPacketIsRecordedOnceAndNothingIsReadBehindIt() {
    comes(bytes(99, "x".repeat(100)));
    comes(bytes(2, "ok"));
    assertEquals("no packet of the dialect: a length of 99", fault("unheard"));
    assertEquals(1, events(EventKind.FAULT));
    assertEquals(2, events(EventKind.FRAME_IN));
    assertTrue(trace().admitted() == Trace.NEVER);
  }

  /** aedes says each packet in frames of a byte or two. */
  @Test
  void partsOfPacketsAreNoFloodAndWholeOnesAre() {
    comes(bytes(2, "ok"));
    for (int packet = 0; packet < 300; packet++) {
      comes(bytes(9));
      "tenletter".chars().forEach(letter -> comes(bytes(String.valueOf((char) letter))));
    }
    assertFalse(recorder.hasEnough(), "3,000 frames, but 300 packets");
    for (int packet = 0; packet < 3_000; packet++) {
      comes(bytes(1, "x"));
    }
    assertTrue(recorder.hasEnough());
    assertTrue(fault(Faults.FLOOD).startsWith("the server floods the connection"));
  }

  @Test
  void framesOfNothingAreAFloodWhateverTheDialect() {
    for (int packet = 0; packet < 3_000; packet++) {
      comes(bytes());
    }
    assertTrue(recorder.hasEnough());
  }

  private final class Mouth implements Voice {
    @Override
    public void text(String text) {
      throw new AssertionError("packets are binary: " + text);
    }

    @Override
    public void binary(byte[] payload) {
      sent.add(payload);
    }

    @Override
    public void ping(byte[] payload) {
      throw new AssertionError("the dialect's probe is no Ping");
    }
  }

  private Trace trace() {
    return record.see(fold -> fold.trace("anna", "c1"));
  }

  private long events(EventKind kind) {
    return segment.events().stream().filter(e -> e.kind() == kind).count();
  }

  private List<String> answered() {
    return segment.events().stream()
        .filter(e -> e.kind() == EventKind.PROBE_ANSWERED)
        .map(e -> e.detail().id())
        .toList();
  }

  private String fault(String name) {
    return segment.events().stream()
        .filter(e -> e.kind() == EventKind.FAULT && name.equals(e.detail().name()))
        .map(Event::detail)
        .map(detail -> detail.text())
        .findFirst()
        .orElseThrow();
  }

  private void comes(byte[] payload) {
    recorder.frameIn(++now, frame(payload));
  }

  private static Frame frame(byte[] payload) {
    return new Frame(true, Opcode.BINARY, payload.length, payload);
  }

  private static byte[] bytes(Object... parts) {
    StringBuilder all = new StringBuilder();
    for (Object part : parts) {
      all.append(part instanceof Integer number ? String.valueOf((char) (int) number) : part);
    }
    return all.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
