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
    Detail close = trace.ending().close();
    if (trace.ending().closeIn() == NEVER || close.code() == null) {
      String by = trace.evicted() == NEVER ? "nothing" : "a bare " + trace.ending().by();
      return trace.evicted() == NEVER && trace.ending().ours() < end
          ? say.unseen(expected, "it was let go of before anything was seen", stop, end)
          : say.broken(expected, "it read " + by + ", no Close with a code", stop, end);
    }
    boolean evicted =
        profile.evicted().codesDeclared() && profile.evicted().codes().contains(close.code())
            || trace.ending().message() != NEVER;
    if (evicted) {
      return say.broken(
          expected, "it was closed with " + close.code() + ", as if evicted", stop, end);
    }
    String actual = "it was closed with " + close.code();
    return profile.closes().shutdown().contains(close.code())
        ? say.pass(expected, actual, stop, end)
        : say.broken(expected, actual, stop, end);
  }
}
