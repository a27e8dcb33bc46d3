package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Policy;
import io.solewire.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** G1: an incumbent that no longer answers neither delays nor prevents the newcomer. */
final class SilentIncumbent implements Judge {

  private static final Set<String> SILENT =
      Set.of(Faults.SILENCE, Faults.STOP_READING, Faults.WITHHOLD_CLOSE);

  @Override
  public String rule() {
    return "G1";
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Finding> findings = new ArrayList<>();
    if (profile.policy().kind() != Policy.Kind.NEWEST_WINS) {
      return findings;
    }
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
    long from = young.requested();
    String expected =
        young.conn()
            + " is admitted within "
            + Say.millis(bound)
            + " although "
            + old.conn()
            + " does not answer";
    if (young.admitted() != NEVER) {
      String actual = "admitted after " + Say.millis(young.admitted() - from);
      return young.admitted() - from <= bound
          ? say.pass(expected, actual, from, young.admitted())
          : say.broken(expected, actual, from, young.admitted());
    }
    long watched = Math.min(young.ending().ours(), user.end()) - from;
    if (young.evicted() != NEVER) {
      String actual = young.conn() + " was ended by " + young.ending().by() + " instead";
      return say.broken(expected, actual, from, young.evicted());
    }
    String actual = young.conn() + " was not admitted in " + Say.millis(watched);
    return watched > bound
        ? say.broken(expected, actual, from, user.end())
        : say.unseen(expected, actual + ", which is not long enough", from, user.end());
  }
}
