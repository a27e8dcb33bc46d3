package io.solewire.judge;

import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Evicted;
import io.solewire.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** B1: an incumbent that listens is told by a Close frame with a code before TCP ends. */
final class EvictionSignal implements Judge {

  @Override
  public String rule() {
    return "B1";
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Finding> findings = new ArrayList<>();
    for (Trace evicted : Evictions.of(profile, user)) {
      if (Evictions.responsive(evicted)) {
        findings.add(judge(profile, evicted, say));
      }
    }
    return findings;
  }

  private static Finding judge(Profile profile, Trace old, Say say) {
    Set<Evicted.Signal> allowed = profile.evicted().by();
    Evicted.Signal by = signal(old, allowed);
    String names =
        allowed.stream()
            .map(s -> s.name().toLowerCase(Locale.ROOT))
            .sorted()
            .collect(Collectors.joining(" or "));
    String expected =
        by == Evicted.Signal.CLOSE || allowed.equals(Set.of(Evicted.Signal.CLOSE))
            ? "a Close frame with a status code on " + old.conn() + " before its TCP ends"
            : "first signal on " + old.conn() + " is " + names;
    long to = old.evicted();
    if (by == Evicted.Signal.MESSAGE && !allowed.contains(by) && isCutShort(profile, old)) {
      String why =
          "the harness let go of %s %d ms after a message, before a Close frame had to come"
              .formatted(old.conn(), (old.ending().ours() - old.evicted()) / 1_000_000);
      return say.unseen(expected, why, old.admitted(), to);
    }
    if (!allowed.contains(by)) {
      String how = by == Evicted.Signal.RST ? "RST" : by == Evicted.Signal.FIN ? "FIN" : names(by);
      boolean bare = by == Evicted.Signal.FIN || by == Evicted.Signal.RST;
      String actual =
          bare
              ? "TCP of " + old.conn() + " ended by " + how + " without a Close frame"
              : "the first signal on " + old.conn() + " was " + how;
      return bare && isEndingItself(old)
          ? say.unseen(expected, actual + ", as it was ending itself", old.admitted(), to)
          : say.broken(expected, actual, old.admitted(), to);
    }
    if (by == Evicted.Signal.CLOSE && old.ending().close().code() == null) {
      String actual = "the Close frame on " + old.conn() + " carried no status code";
      return say.broken(expected, actual, old.admitted(), to);
    }
    return say.pass(expected, old.conn() + " was told by " + names(by), old.admitted(), to);
  }

  /** Its own end may have been on its way, before or behind what it had to say until then. */
  private static boolean isEndingItself(Trace old) {
    return old.fault(Faults.LATE_END).filter(end -> end.t() < old.evicted()).isPresent();
  }

  /** A message that is not declared as a signal takes nothing from the Close frame behind it. */
  private static Evicted.Signal signal(Trace old, Set<Evicted.Signal> allowed) {
    Evicted.Signal first = Evicted.Signal.valueOf(old.ending().by().toUpperCase(Locale.ROOT));
    boolean closed = old.ending().closeIn() < old.ending().released() && Evictions.byClose(old);
    return first == Evicted.Signal.MESSAGE && !allowed.contains(first) && closed
        ? Evicted.Signal.CLOSE
        : first;
  }

  /** Nobody waited until it had ended, or had to. */
  private static boolean isCutShort(Profile profile, Trace old) {
    long ours = old.ending().ours();
    return ours < old.ending().released()
        && ours - old.evicted() < profile.evicted().forceWithSlack().toNanos();
  }

  private static String names(Evicted.Signal signal) {
    return signal.name().toLowerCase(Locale.ROOT);
  }
}
