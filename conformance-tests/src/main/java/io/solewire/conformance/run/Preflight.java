package io.solewire.conformance.run;

import io.solewire.conformance.stage.CannotGoOnException;
import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Stage;
import io.solewire.history.Answers;
import io.solewire.history.Detail;
import io.solewire.history.EventKind;
import io.solewire.history.HistoryException;
import io.solewire.history.Segment;
import io.solewire.history.Trace;
import io.solewire.profile.Evicted;
import io.solewire.profile.Probe;
import io.solewire.record.CaseInterruptedException;
import io.solewire.record.CaseRecord;
import io.solewire.record.CredentialsException;
import io.solewire.result.Conclusion;
import io.solewire.result.RunResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Looks whether the target is there and speaks WebSocket, before the first case and after the last.
 * Immutable; it judges no rule.
 *
 * @param problem why it cannot be judged; empty if it can
 * @param rtt round trip of its probes; empty if it answered none
 */
record Preflight(Optional<String> problem, Optional<RunResult.Rtt> rtt) {

  private static final Preflight NOTHING = new Preflight(Optional.empty(), Optional.empty());
  private static final String TLS_ALERT = "\u0015\u0003";
  private static final int PROBES = 20;

  /** A first answer may be late on a machine that has more to do. */
  private static final int MISSES = 3;

  /**
   * A server that has only just started may take longer than it promises: nothing is judged yet.
   */
  private static final Duration COLD = Duration.ofSeconds(3);

  private static final int WARM_UPS = 20;
  private static final Duration WARM_UP = Duration.ofMillis(500);

  static Preflight look(RunContext run, String segmentName) throws HistoryException {
    Segment segment = run.history().segment(segmentName);
    CaseRecord record = new CaseRecord(segment, run.history().clock());
    mark(record, EventKind.CASE_BEGIN, Detail.note("is the target there?"));
    AtomicReference<Preflight> seen = new AtomicReference<>(NOTHING);
    try (Stage stage = new Stage(run.profile(), record, run.shared(), 0)) {
      run.atWork(() -> seen.set(look(stage)));
    } catch (CaseInterruptedException e) {
      seen.set(new Preflight(Optional.of(e.getMessage()), Optional.empty())); // or the run knows
    }
    Preflight preflight = run.isInterrupted() ? NOTHING : seen.get();
    Detail end =
        preflight
            .problem()
            .map(why -> Detail.named(Conclusion.CANNOT_GO_ON, why))
            .orElse(Detail.NONE);
    mark(record, EventKind.CASE_END, end);
    segment.close();
    return preflight;
  }

  private static Preflight look(Stage stage) {
    Connection connection = null;
    try {
      String user = stage.newUser();
      connection = stage.open(user, io.solewire.wire.WirePlan.PLAIN);
      connection.admitted(COLD);
    } catch (CannotGoOnException e) {
      String why = connection == null ? e.getMessage() : why(connection, e);
      return new Preflight(Optional.of(why), Optional.empty());
    } catch (CredentialsException e) {
      return new Preflight(Optional.of(e.getMessage()), Optional.empty());
    }
    int unanswered = 0;
    for (int i = 0; i < PROBES && unanswered < MISSES && isUsed(connection); i++) {
      unanswered += connection.answers() ? 0 : 1;
    }
    Optional<String> rejected =
        connection.rejected().map(why -> "its handshake is not that of RFC 6455: " + why);
    if (rejected.isPresent()) {
      return new Preflight(rejected, Optional.empty());
    }
    Optional<String> useless = uselessness(stage, connection);
    if (useless.isPresent()) {
      return new Preflight(useless, Optional.empty());
    }
    stage.publisher().tryOn(connection);
    warmUp(stage);
    return new Preflight(Optional.empty(), rtt(connection.see(t -> t.answers().probes())));
  }

  /** Where a lone connection does not live, whatever happens to two of them says nothing. */
  private static Optional<String> uselessness(Stage stage, Connection lone) {
    Optional<String> hungUp = lone.hungUp();
    if (hungUp.isPresent()) {
      return hungUp.map(
          how -> "what it sent on a user's only connection made the client hang up by " + how);
    }
    if (lone.is(t -> isEvicted(stage.profile().evicted(), t))) {
      return Optional.empty(); // it says so itself, and that is for the judges
    }
    if (!lone.isOpen()) {
      return Optional.of(
          "it admitted a user's only connection and ended it right away by "
              + lone.see(t -> t.ending().by())
              + lone.see(t -> Optional.ofNullable(t.ending().close().code()))
                  .map(code -> " with code " + code)
                  .orElse(""));
    }
    boolean mute = lone.see(t -> t.answers().probes()).stream().allMatch(Preflight::isUnanswered);
    return mute ? Optional.of(muteness(stage.profile().probe())) : Optional.empty();
  }

  /** Told that a newer connection came, though there is none. */
  private static boolean isEvicted(Evicted promised, Trace lone) {
    Integer code = lone.ending().close().code();
    return lone.ending().message() != Trace.NEVER
        || code != null && promised.codesDeclared() && promised.codes().contains(code);
  }

  private static String muteness(Probe probe) {
    return probe instanceof Probe.Exchange
        ? "it admitted a connection and did not answer the profile's probe in time"
        : "it admitted a connection and did not answer its Ping in time, as RFC 6455 section 5.5.2"
            + " demands; if it cannot, name in the profile's probe what it answers";
  }

  private static boolean isUsed(Connection connection) {
    return connection.isOpen() && connection.rejected().isEmpty();
  }

  private static boolean isUnanswered(Answers.Probe probe) {
    return probe.answered() == Trace.NEVER;
  }

  /** Both sides are cold: what is slow only for that reason is nobody's finding. */
  private static void warmUp(Stage stage) {
    String user = stage.newUser();
    long enough = System.nanoTime() + WARM_UP.toNanos();
    try {
      for (int i = 0; i < WARM_UPS && System.nanoTime() < enough; i++) {
        stage.connect(user);
      }
    } catch (CannotGoOnException ignored) {
      // the cases will tell what is wrong
    }
  }

  private static String why(Connection connection, CannotGoOnException e) {
    Detail refusal = connection.see(Trace::refusal);
    if (refusal.status() == null) {
      return e.getMessage();
    }
    return refusal.status() < 0
        ? noHttp(String.valueOf(refusal.text()))
        : "it answered the upgrade with \"" + refusal.text() + "\" instead of 101";
  }

  private static String noHttp(String said) {
    if (said.startsWith(TLS_ALERT)) {
      return "it does not speak HTTP but TLS: does its URL begin with wss://?";
    }
    String shown = said.replaceAll("\\p{Cntrl}", "?");
    return said.startsWith("HTTP/")
        ? "the head of its response has no end within 64 KiB; it begins with \"" + shown + "\""
        : "it does not speak HTTP; it said \"" + shown + "\"";
  }

  private static Optional<RunResult.Rtt> rtt(List<Answers.Probe> probes) {
    long[] micros =
        probes.stream()
            .filter(p -> p.answered() != Trace.NEVER)
            .mapToLong(p -> (p.answered() - p.sent()) / 1000)
            .sorted()
            .toArray();
    return micros.length == 0
        ? Optional.empty()
        : Optional.of(
            new RunResult.Rtt(micros[micros.length / 2], micros[(micros.length - 1) * 99 / 100]));
  }

  private static void mark(CaseRecord record, EventKind kind, Detail detail) {
    record.record(record.clock().nanos(), "", "", kind, detail);
  }
}
