package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Detail;
import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Profile;
import java.util.ArrayList;
import java.util.List;

/** J2: a server that stops says so, and does not call it an eviction. */
final class Farewell implements Judge {

  @Override
  public String rule() {
    return "J2";
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Finding> findings = new ArrayList<>();
    for (Trace trace : user.as(Role.SUBJECT)) {
      trace
          .fault(Faults.SHUTDOWN)
          .filter(stop -> trace.admitted() < stop.t())
          .ifPresent(stop -> findings.add(judge(profile, trace, stop.t(), user.end(), say)));
    }
    return findings;
  }

  private static Finding judge(Profile profile, Trace trace, long stop, long end, Say say) {
    String codes = profile.closes().shutdown().toString();
    String expected = "a shutdown closes " + trace.conn() + " with " + codes + ", not as evicted";
    if (trace.evicted() < stop) {
      return say.unseen(expected, "it was ended before that", trace.evicted(), stop);
    }
    Detail close = Evictions.close(trace);
    if (trace.evicted() == NEVER) {
      long limit = stop + profile.evicted().forceWithSlack().toNanos();
      long watched = Math.min(trace.ending().ours(), end);
      return watched > limit
          ? say.broken(expected, "it read nothing, no Close with a code", stop, end)
              .overdue(limit, watched)
          : say.unseen(expected, "it was not watched until the limit", stop, end);
    }
    if (close.code() == null) {
      String by = "a bare " + trace.ending().by();
      return say.broken(expected, "it read " + by + ", no Close with a code", stop, end);
    }
    if (Evictions.told(profile.evicted(), trace)) {
      return say.broken(
          expected, "it was closed with " + close.code() + ", as if evicted", stop, end);
    }
    String actual = "it was closed with " + close.code();
    if (profile.closes().shutdown().contains(close.code())) {
      return say.pass(expected, actual, stop, end);
    }
    return Evictions.givenUp(profile, trace)
        ? say.unseen(expected, actual + ", as idle, and had been so", trace.admitted(), end)
        : Evictions.early(profile, trace, say.broken(expected, actual, stop, end));
  }
}
