package io.solewire.conformance.stage;

import io.solewire.history.Trace;
import io.solewire.profile.Profile;
import java.time.Duration;
import java.util.List;

/** The waits that scripts share. Stateless. */
final class Waits {

  /** How long a probe's answer may take before the connection counts as not answering. */
  static final Duration PROBE = Duration.ofMillis(2_500);

  /** How long a message may take, and somewhat more. */
  static final Duration MESSAGES = Duration.ofMillis(1_300);

  private Waits() {}

  /** Waits until every connect is decided and no more than {@code max} of each group are left. */
  static void resolved(Pause pause, List<List<Connection>> groups, Profile profile) {
    int max = profile.policy().max();
    Duration bound = profile.evicted().forceWithSlack();
    pause.until(() -> groups.stream().flatMap(List::stream).allMatch(Waits::decided), bound);
    Duration late = bound.plus(Duration.ofMillis(50));
    pause.until(() -> groups.stream().allMatch(group -> open(group) <= max), late);
  }

  private static boolean decided(Connection connection) {
    return connection.is(
        t ->
            t.admitted() != Trace.NEVER
                || t.refused() != Trace.NEVER
                || !t.ending().open()
                || t.requested() == Trace.NEVER);
  }

  private static long open(List<Connection> group) {
    return group.stream().filter(Connection::isOpen).count();
  }
}
