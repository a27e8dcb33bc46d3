package io.solewire.conformance.stage;

import io.solewire.dialogue.Messages;
import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.judge.Faults;
import io.solewire.profile.EffectMessage;
import io.solewire.profile.Evicted;
import io.solewire.profile.Match;
import io.solewire.profile.Payload;
import io.solewire.profile.Profile;
import io.solewire.profile.Variables;
import io.solewire.record.CaseRecord;
import io.solewire.record.Recorder;
import io.solewire.wire.Call;
import io.solewire.wire.ConnectFailedException;
import io.solewire.wire.Target;
import io.solewire.wire.Wire;
import io.solewire.wire.WirePlan;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One connection of a user: a client, the Wire between it and the server, and the recorder that
 * sees what passes. Thread-safe.
 */
public final class Connection {

  /** Waited beyond a deadline, so that having missed it can be seen. */
  private static final Duration MARGIN = Duration.ofMillis(50);

  private final Profile profile;
  private final CaseRecord record;
  private final Pause pause;
  private final Role role;
  private final Recorder recorder;
  private final Trace trace;
  private final LateVoice voice = new LateVoice();
  private final String name;
  private final String user;
  private final Call call;
  private Wire wire;
  private volatile String asked;

  Connection(Profile profile, Pause pause, Recorder.Who who, Call call) {
    CaseRecord record = pause.record();
    this.profile = profile;
    this.record = record;
    this.pause = pause;
    this.role = who.role();
    this.user = who.user();
    this.name = who.conn();
    this.call = call;
    this.recorder = new Recorder(profile, record, who, call.variables(), voice);
    this.trace = record.see(fold -> fold.trace(user, name));
  }

  /** Opens TCP; with {@code handshake} the client follows at once. */
  void open(WirePlan plan, boolean handshake) {
    Target target = call.target();
    try {
      wire = Wire.open(target, plan, recorder, record.clock());
    } catch (ConnectFailedException e) {
      recorder.tcpFailed(e.getMessage());
      throw new CannotGoOnException(e.getMessage());
    }
    if (plan.withholdClose()) {
      recorder.fault(Faults.WITHHOLD_CLOSE, null);
    }
    if (handshake) {
      Map<String, String> headers = call.headers();
      Client client =
          new Client(wire.door(), target.resource(), headers, Client.draft(call.subprotocols()));
      voice.join(client);
      client.connect();
    }
  }

  /** Its name within the user, such as {@code c1}. */
  public String name() {
    return name;
  }

  /** What it is used for. */
  Role role() {
    return role;
  }

  /** The user that it belongs to. */
  public String user() {
    return user;
  }

  /** Where to and as whom. */
  public Call call() {
    return call;
  }

  /** The Wire, for faults. */
  public Wire wire() {
    return wire;
  }

  /** Records something that is done on purpose. */
  public void fault(String fault, String text) {
    recorder.fault(fault, text);
  }

  /** Why its client did not accept the server's answer to the upgrade, if it did not. */
  public Optional<String> rejected() {
    return voice.client().flatMap(Client::rejected);
  }

  /** How its client ended it by itself, as clients do that are sent what RFC 6455 forbids. */
  public Optional<String> hungUp() {
    return voice.client().flatMap(Client::hungUp);
  }

  /** Looks at what was seen so far. */
  public <T> T see(Function<Trace, T> look) {
    return record.see(fold -> look.apply(trace));
  }

  /** Looks whether something was seen so far. */
  public boolean is(Predicate<Trace> what) {
    return record.see(fold -> what.test(trace));
  }

  /** True if it is admitted and nothing has ended it. */
  public boolean isOpen() {
    return is(t -> t.admitted() != Trace.NEVER && t.ending().open());
  }

  /**
   * Waits for something to be seen.
   *
   * @param what the condition
   * @param bound how long
   * @return false if it was not seen in time
   */
  public boolean await(Predicate<Trace> what, Duration bound) {
    return pause.until(() -> what.test(trace), bound);
  }

  /**
   * Waits until it is admitted.
   *
   * @return this
   * @throws CannotGoOnException if it is not admitted by {@code force} and slack
   */
  public Connection admitted() {
    return admitted(Duration.ZERO);
  }

  /** The same, where more patience may be needed than the profile asks for. */
  public Connection admitted(Duration least) {
    Duration limit = profile.evicted().forceWithSlack().plus(MARGIN);
    Duration bound = limit.compareTo(least) < 0 ? least : limit;
    await(t -> t.requested() != Trace.NEVER || Decision.isMade(t), bound);
    boolean decided = await(Decision::isMade, bound);
    if (is(t -> t.admitted() != Trace.NEVER)) {
      return this;
    }
    String why =
        decided
            ? see(Decision::against) + " before its admission"
            : "was not admitted within "
                + bound.toMillis()
                + " ms, still waiting for "
                + recorder.waitingFor();
    throw new CannotGoOnException(name + " of " + user + " " + why);
  }

  /**
   * Sends a probe and waits for its answer.
   *
   * @return false if it was not answered in time
   */
  public boolean answers() {
    probe();
    return awaitAnswer(Waits.PROBE);
  }

  boolean awaitAnswer(Duration bound) {
    return pause.until(this::hasAnswered, bound);
  }

  /** Sends a probe and does not wait. */
  public void probe() {
    asked = recorder.probe();
  }

  /** True if the last probe was answered, or if there is nobody left to answer. */
  boolean hasAnswered() {
    String id = asked;
    return id == null || is(t -> !t.ending().open() || t.answers().answered(id));
  }

  /** Says something of the script's own. */
  void say(Payload payload, Variables variables) {
    recorder.say(payload, variables);
  }

  /** The same, with the connection's own variables and one more. */
  public void say(Payload payload, String name, String value) {
    say(payload, recorder.variables().with(name, value));
  }

  /** Says something that {@code canary} is to see. */
  public void tell(EffectMessage effect, Connection canary, String mark) {
    Variables variables = recorder.variables().with("canary", canary.id());
    say(effect.send(), variables.with("message", mark));
  }

  /** The id that it connects with, which need not be that of its user in the history. */
  public String id() {
    return recorder.variables().get("user").orElse(user);
  }

  /** Waits until a message has arrived that is what a match looks for. */
  public boolean awaitText(Match match, String name, String value, Duration bound) {
    Variables known = recorder.variables().with(name, value);
    return await(
        t ->
            t.texts().stream()
                .anyMatch(
                    text ->
                        Messages.matches(
                            match, known, false, text.text().getBytes(StandardCharsets.UTF_8))),
        bound);
  }

  /** Begins a message and does not end it. */
  public void begin(String text) {
    voice.client().ifPresent(client -> client.begin(text));
  }

  /** Sends a Close of its own, as a client that leaves. */
  public void leave(int code) {
    voice.client().ifPresent(client -> client.leave(code));
  }

  /** True if the server has said whether it may come in. */
  public boolean isDecided() {
    return is(Decision::isMade);
  }

  /** True if the server has told it that it is over, as it promises to, or ended TCP. */
  public boolean isEvicted() {
    boolean bySaying = profile.evicted().by().contains(Evicted.Signal.MESSAGE);
    return is(t -> (bySaying ? t.evicted() : t.ending().hungUp()) != Trace.NEVER)
        || is(t -> t.refused() != Trace.NEVER);
  }

  /** True if the server has ended TCP. */
  public boolean isReleased() {
    return is(t -> t.ending().released() != Trace.NEVER);
  }

  /** Waits until the server has told it that it is over; false if it was not told in time. */
  public boolean awaitEvicted(Duration bound) {
    return pause.until(this::isEvicted, bound);
  }

  /** Waits until every message that was published to its user so far is here; false if not. */
  public boolean awaitMessages(Duration bound) {
    return pause.until(this::hasMessages, bound);
  }

  boolean hasMessages() {
    return record.see(fold -> allArrived(fold.users()));
  }

  private boolean allArrived(java.util.List<UserTraces> users) {
    return users.stream()
        .filter(u -> u.user().equals(user))
        .flatMap(u -> u.published().stream())
        .allMatch(p -> trace.texts().stream().anyMatch(t -> t.text().contains(p.id())));
  }

  /** Lets go of it. */
  public void abandon() {
    if (wire != null) {
      wire.close();
    }
  }
}
