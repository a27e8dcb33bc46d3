package io.solewire.conformance.stage;

import io.solewire.history.Trace;
import io.solewire.profile.Profile;
import io.solewire.record.CaseRecord;
import java.time.Duration;
import java.util.List;

/** The waits that scripts share. Stateless. */
final class Waits {

  /** How long a probe's answer may take before the connection counts as not answering. */
  static final Duration PROBE = Duration.ofSeconds(1);

  private Waits() {}

  static void settle(
      Stage stage, CaseRecord record, List<List<Connection>> groups, Profile profile) {
    int max = profile.policy().max();
    Duration resolved = profile.evicted().forceWithSlack();
    record.await(() -> groups.stream().flatMap(List::stream).allMatch(Waits::decided), resolved);
    Duration late = resolved.plus(Duration.ofMillis(50));
    record.await(() -> groups.stream().allMatch(group -> open(group) <= max), late);
    stage.pass(profile.quiet());
    List<Connection> left =
        groups.stream().flatMap(List::stream).filter(Connection::isOpen).toList();
    left.forEach(Connection::probe);
    record.await(() -> left.stream().allMatch(Connection::hasAnswered), PROBE);
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
