package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** J1: after a crash and a restart every user is let in at once, and left alone. */
final class AfterCrash implements Judge {

  @Override
  public String rule() {
    return "J1";
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Finding> findings = new ArrayList<>();
    for (Trace trace : user.as(Role.SUBJECT)) {
      if (trace.fault(Faults.AFTER_CRASH).isPresent() && trace.opened() != NEVER) {
        findings.add(judge(profile, user, trace, say));
      }
    }
    return findings;
  }

  private static Finding judge(Profile profile, UserTraces user, Trace trace, Say say) {
    long limit = profile.evicted().forceWithSlack().toNanos();
    String expected =
        trace.conn() + " is admitted within " + Say.millis(limit) + " after the restart, and stays";
    long from = trace.opened();
    Optional<Finding> keptOut = new LetIn(expected, user.end()).failed(profile, trace, say);
    if (keptOut.isPresent()) {
      return keptOut.get();
    }
    if (trace.evicted() != NEVER && Evictions.caused(user, trace)) {
      String why = "another one of the user came before it was ended";
      return say.unseen(expected, why, from, trace.evicted());
    }
    long quiet = trace.admitted() + profile.quiet().toNanos();
    return new LeftAlone("its return", trace.admitted(), quiet)
        .judge(profile, user, trace, expected, say);
  }
}
