package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Policy;
import io.solewire.profile.Profile;
import java.util.List;

/** Connections that the server ended because another one of the same user came. */
final class Evictions {

  private Evictions() {}

  static List<Trace> of(Profile profile, UserTraces user) {
    if (profile.policy().kind() != Policy.Kind.NEWEST_WINS) {
      return List.of();
    }
    List<Trace> subjects = user.as(Role.SUBJECT);
    return subjects.stream()
        .filter(t -> t.evicted() != NEVER)
        .filter(t -> subjects.stream().anyMatch(other -> cause(other, t)))
        .toList();
  }

  private static boolean cause(Trace other, Trace evicted) {
    return other != evicted && other.requested() < evicted.evicted();
  }

  static boolean responsive(Trace trace) {
    return trace.faults().stream()
        .noneMatch(f -> f.t() < trace.evicted() && Faults.UNRESPONSIVE.contains(f.name()));
  }

  static boolean byClose(Trace trace) {
    return trace.ending().closeIn() != NEVER && trace.ending().closeIn() < trace.ending().ours();
  }
}
