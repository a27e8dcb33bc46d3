package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Profile;
import java.util.ArrayList;
import java.util.List;

/** A7: who logs in twice on one connection is not evicted by itself, and is answered. */
final class LoginAgain implements Judge {

  @Override
  public String rule() {
    return "A7";
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Finding> findings = new ArrayList<>();
    for (Trace trace : user.as(Role.SUBJECT)) {
      trace
          .fault(Faults.LOGIN_AGAIN)
          .ifPresent(again -> findings.add(judge(profile, user, trace, again.t(), say)));
    }
    return findings;
  }

  private static Finding judge(Profile profile, UserTraces user, Trace trace, long again, Say say) {
    String expected = trace.conn() + " is not evicted by its own second login";
    if (trace.evicted() < again) {
      return say.unseen(expected, "it was ended before that", trace.evicted(), again);
    }
    if (trace.evicted() != NEVER) {
      if (Evictions.caused(user, trace)) {
        return say.unseen(expected, "another one of the user came", again, trace.evicted());
      }
      boolean eviction = Evictions.told(profile.evicted(), trace);
      String actual =
          "it was ended by "
              + Evictions.how(trace)
              + " "
              + Say.millis(trace.evicted() - again)
              + " after that";
      return eviction
          ? say.broken(expected, actual + ", the signal of an eviction", again, trace.evicted())
          : say.pass(expected, actual + ", no eviction", again, trace.evicted());
    }
    if (trace.answers().answeredAfter(again)) {
      return say.pass(expected, "it answers after that", again, user.end());
    }
    String silent = "it is open and does not answer after that";
    return Unanswered.after(trace, again, user.end())
        .map(probe -> probe.overdue(say.broken(expected, silent, again, user.end())))
        .orElseGet(() -> say.unseen(expected, "it was not probed after that", again, user.end()));
  }
}
