package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** G1: an incumbent that no longer answers neither delays nor prevents the newcomer. */
final class SilentIncumbent implements NewestWinsJudge {

  private static final Set<String> SILENT =
      Set.of(Faults.SILENCE, Faults.STOP_READING, Faults.WITHHOLD_CLOSE);

  @Override
  public String rule() {
    return "G1";
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Finding> findings = new ArrayList<>();
    List<Trace> subjects = user.as(Role.SUBJECT);
    for (int i = 1; i < subjects.size(); i++) {
      Trace old = subjects.get(i - 1);
      Trace young = subjects.get(i);
      boolean silent =
          old.faults().stream()
              .anyMatch(f -> SILENT.contains(f.name()) && f.t() < young.requested());
      if (silent && young.isAfter(old) && young.refused() == NEVER) {
        findings.add(judge(profile, user, old, young, say));
      }
    }
    return findings;
  }

  private static Finding judge(Profile profile, UserTraces user, Trace old, Trace young, Say say) {
    long bound = profile.evicted().forceWithSlack().toNanos();
    String expected =
        young.conn()
            + " is admitted within "
            + Say.millis(bound)
            + " although "
            + old.conn()
            + " does not answer";
    if (young.admitted() == NEVER && young.evicted() != NEVER) {
      String actual = young.conn() + " was ended by " + young.ending().by() + " instead";
      return say.broken(expected, actual, young.requested(), young.evicted());
    }
    return AdmittedInTime.within(bound, expected, user, young, say);
  }
}
