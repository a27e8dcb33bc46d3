package io.solewire.record;

import io.solewire.dialogue.Dialogue;
import io.solewire.dialogue.Effect;
import io.solewire.history.Detail;
import io.solewire.history.EventKind;
import io.solewire.history.Role;
import io.solewire.judge.Faults;
import io.solewire.profile.Conversation;
import io.solewire.profile.Payload;
import io.solewire.profile.Profile;
import io.solewire.profile.Variables;
import io.solewire.wire.Frame;
import io.solewire.wire.Opcode;
import io.solewire.wire.WireTap;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Records one connection and drives its dialogue. Thread-safe: what comes in arrives on one thread,
 * what goes out on another, and scripts look on.
 */
public final class Recorder implements WireTap {

  private final Profile profile;
  private final Sink sink;
  private final String user;
  private final String conn;
  private final Role role;
  private final String note;
  private final Voice voice;
  private final Dialogue dialogue;
  private final Speech speech;
  private volatile Flood flood = Flood.NONE;
  private Probes probes;
  private boolean admitted;
  private String unsaid;

  /**
   * Makes a recorder for a connection that is about to be opened.
   *
   * @param profile the target's profile
   * @param sink where its events go
   * @param who whose connection it is and what for
   * @param variables the dialogue's variables
   * @param voice how the client is made to speak
   */
  public Recorder(Profile profile, Sink sink, Who who, Variables variables, Voice voice) {
    this.profile = profile;
    this.sink = sink;
    this.user = who.user();
    this.conn = who.conn();
    this.role = who.role();
    this.note = who.note();
    this.voice = voice;
    this.speech = new Speech(profile.conversation().dialect(), voice);
    this.dialogue = new Dialogue(profile.conversation(), variables);
  }

  /**
   * Whose connection it is and what for.
   *
   * @param user the user
   * @param conn its name within the user
   * @param role what it is used for
   * @param note the spelling of the user id, or the kind of incomplete handshake
   */
  public record Who(String user, String conn, Role role, String note) {}

  /** What the dialogue is waiting for. */
  public synchronized String waitingFor() {
    return dialogue.waitingFor();
  }

  /** The dialogue's variables with all that was captured. */
  public synchronized Variables variables() {
    return dialogue.variables();
  }

  /** Records something that the harness did on purpose. */
  public void fault(String name, String text) {
    event(sink.clock().nanos(), EventKind.FAULT, Detail.named(name, text));
  }

  /** Records that no TCP connection came about. */
  public void tcpFailed(String why) {
    event(sink.clock().nanos(), EventKind.TCP_FAILED, Detail.named(role.text(), why));
  }

  /** Says something of the script's own. */
  public void say(Payload payload, Variables filled) {
    String text = payload.template().render(filled);
    byte[] bytes =
        payload.binary() ? HexFormat.of().parseHex(text) : text.getBytes(StandardCharsets.UTF_8);
    String opcode = payload.binary() ? "binary" : "text";
    Detail detail = Detail.frame(opcode, bytes.length, null, null, payload.binary() ? null : text);
    say(EventKind.FRAME_OUT, detail, payload.binary(), bytes);
  }

  /**
   * Sends a probe.
   *
   * @return its id
   */
  public String probe() {
    Probes.Question question;
    synchronized (this) {
      probes = probes == null ? new Probes(profile.probe()) : probes;
      question = probes.next(dialogue.variables());
    }
    if (question.ping()) {
      voice.ping(question.payload());
    } else {
      say(EventKind.PROBE_SENT, Detail.id(question.id()), question.binary(), question.payload());
    }
    return question.id();
  }

  @Override
  public void opened(long t) {
    event(t, EventKind.TCP_OPEN, Detail.named(role.text(), note));
  }

  @Override
  public void requestSent(long t) {
    boolean decides = profile.conversation().decides() == Conversation.UPGRADE;
    event(t, EventKind.REQUEST_SENT, decides ? Detail.step(0, true) : Detail.NONE);
  }

  @Override
  public void answered(long t, int status, String line) {
    if (status != 101) {
      event(t, EventKind.REFUSED, Detail.status(status, line));
      return;
    }
    event(t, EventKind.UPGRADED, Detail.NONE);
    List<Effect> effects;
    synchronized (this) {
      effects = dialogue.upgraded();
    }
    carryOut(t, effects);
  }

  @Override
  public boolean hasEnough() {
    return flood.isOver() || sink.isFull();
  }

  @Override
  public void frameIn(long t, Frame frame) {
    if (hasEnough()) {
      return;
    }
    Speech.Heard heard = speech.heard(frame);
    if (flood == Flood.NONE) {
      flood = new Flood();
    }
    if (!heard.amid() && flood.begins(t, role)) {
      event(t, EventKind.FAULT, Detail.named(Faults.FLOOD, Flood.text(role)));
      return;
    }
    switch (frame.opcode()) {
      case CLOSE -> closeIn(t, frame);
      case PONG -> pongIn(t, frame);
      case TEXT, BINARY, CONTINUATION -> dataIn(t, frame, heard);
      default -> event(t, EventKind.FRAME_IN, FrameDetail.of(frame, null, null));
    }
  }

  private void closeIn(long t, Frame frame) {
    Detail close = FrameDetail.ofClose(frame);
    event(t, EventKind.CLOSE_IN, close);
    if (!admitted && Refusals.byClose(profile, close.code())) {
      event(t, EventKind.REFUSED, close);
    }
  }

  private void pongIn(long t, Frame frame) {
    Optional<String> id = Probes.pong(frame.payload());
    EventKind kind = id.isPresent() ? EventKind.PROBE_ANSWERED : EventKind.FRAME_IN;
    event(t, kind, id.map(Detail::id).orElseGet(() -> FrameDetail.of(frame, null, null)));
  }

  private void dataIn(long t, Frame frame, Speech.Heard heard) {
    if (heard.messages().isEmpty()) {
      event(t, EventKind.FRAME_IN, FrameDetail.of(frame, null, null));
    }
    heard.problem().ifPresent(why -> event(t, EventKind.FAULT, Detail.named("unheard", why)));
    heard.messages().forEach(message -> messageIn(t, frame, message));
  }

  private void messageIn(long t, Frame frame, MessageAssembler.Message message) {
    String text = message.binary() ? null : message.text();
    String means = Refusals.meaning(profile, variables(), message, admitted);
    if (means != null || !admitted || Watching.concerns(profile, user, note, message)) {
      event(t, EventKind.FRAME_IN, FrameDetail.of(frame, means, text));
    }
    if ("refused".equals(means)) {
      event(t, EventKind.REFUSED, Detail.note(text));
    }
    List<Effect> effects;
    Optional<String> answered;
    synchronized (this) {
      answered =
          probes == null // nobody has asked anything
              ? Optional.empty()
              : probes.answered(dialogue.variables(), message.binary(), message.bytes());
      effects = dialogue.heard(message.binary(), message.bytes());
    }
    answered.ifPresent(id -> event(t, EventKind.PROBE_ANSWERED, Detail.id(id)));
    carryOut(t, effects);
  }

  private void carryOut(long t, List<Effect> effects) {
    for (Effect effect : effects) {
      if (effect instanceof Effect.Say say) {
        boolean decides = say.step() > 0 && say.step() == profile.conversation().decides();
        EventKind kind = say.step() > 0 ? EventKind.STEP_SENT : EventKind.FRAME_OUT;
        Detail detail = say.step() > 0 ? Detail.step(say.step(), decides) : Detail.named("reply");
        say(kind, detail, say.binary(), say.payload());
      } else {
        admitted = true;
        event(t, EventKind.ADMITTED, epoch().map(Detail::id).orElse(Detail.NONE));
      }
    }
    dialogue.unsaid().ifPresent(what -> unsaid(t, what));
  }

  private void unsaid(long t, String what) {
    if (!what.equals(unsaid)) {
      unsaid = what;
      event(t, EventKind.FAULT, Detail.named("unsaid", what));
    }
  }

  private void say(EventKind kind, Detail detail, boolean binary, byte[] payload) {
    try {
      speech.say(kind, detail, binary, payload);
    } catch (IllegalArgumentException e) {
      unsaid(sink.clock().nanos(), "the dialect cannot say it: " + e.getMessage());
    }
  }

  private Optional<String> epoch() {
    return profile.conversation().epoch().flatMap(name -> dialogue.variables().get(name));
  }

  @Override
  public void frameOut(long t, Frame frame) {
    if (frame.opcode() == Opcode.CLOSE) {
      event(t, EventKind.CLOSE_OUT, Detail.close(frame.closeCode(), 0, null, null));
      return;
    }
    if (frame.opcode() == Opcode.PING && Probes.isOurs(frame.payload())) {
      event(t, EventKind.PROBE_SENT, Detail.id(Probes.idOf(frame.payload())));
      return;
    }
    Outgoing.Label other =
        new Outgoing.Label(EventKind.FRAME_OUT, FrameDetail.of(frame, null, null));
    Outgoing.Label label = frame.opcode().isControl() ? other : speech.said().orElse(other);
    event(t, label.kind(), label.detail());
  }

  @Override
  public void finIn(long t) {
    event(t, EventKind.FIN_IN, Detail.NONE);
  }

  @Override
  public void resetIn(long t) {
    event(t, EventKind.RST_IN, Detail.NONE);
  }

  @Override
  public void finOut(long t) {
    event(t, EventKind.FIN_OUT, Detail.NONE);
  }

  @Override
  public void resetOut(long t) {
    event(t, EventKind.RST_OUT, Detail.NONE);
  }

  @Override
  public void held(long t) {
    event(t, EventKind.FAULT, Detail.named("held-last-byte"));
  }

  @Override
  public void abandoned(long t) {
    event(t, EventKind.ABANDONED, Detail.NONE);
  }

  private void event(long t, EventKind kind, Detail detail) {
    sink.record(t, user, conn, kind, detail);
  }
}
