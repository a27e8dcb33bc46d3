package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Profile;
import java.util.ArrayList;
import java.util.List;

/** A6: the newcomer is admitted in time, whatever state the incumbent is in. */
final class AdmittedInTime implements NewestWinsJudge {

  @Override
  public String rule() {
    return "A6";
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Finding> findings = new ArrayList<>();
    List<Trace> subjects = user.as(Role.SUBJECT);
    for (int i = 1; i < subjects.size(); i++) {
      Trace old = subjects.get(i - 1);
      Trace young = subjects.get(i);
      boolean there = Math.min(old.ending().ours(), old.evicted()) > young.requested();
      boolean turnedAway = young.refused() != NEVER || young.evicted() < young.admitted();
      boolean last = i + 1 == subjects.size() || subjects.get(i + 1).isAfter(young);
      if (young.isAfter(old) && there && !turnedAway && (young.admitted() != NEVER || last)) {
        findings.add(judge(profile, user, old, young, say));
      }
    }
    return findings;
  }

  private static Finding judge(Profile profile, UserTraces user, Trace old, Trace young, Say say) {
    long bound = profile.evicted().force().toNanos();
    long from = young.requested();
    String expected =
        young.conn() + " is admitted within " + Say.millis(bound) + " beside " + state(old, from);
    return within(bound, expected, user, young, say);
  }

  /** Whether a connect was admitted within a bound of its request. */
  static Finding within(long bound, String expected, UserTraces user, Trace young, Say say) {
    long from = young.requested();
    if (young.admitted() != NEVER) {
      String actual = young.conn() + " was admitted after " + Say.millis(young.admitted() - from);
      return young.admitted() - from <= bound
          ? say.pass(expected, actual, from, young.admitted())
          : say.broken(expected, actual, from, young.admitted())
              .overdue(from + bound, young.admitted());
    }
    long watched = Math.min(young.ending().ours(), user.end()) - from;
    String actual = young.conn() + " was not admitted in " + Say.millis(watched);
    return watched > bound
        ? say.broken(expected, actual, from, user.end()).overdue(from + bound, from + watched)
        : say.unseen(expected, actual + ", which is not long enough", from, user.end());
  }

  private static String state(Trace old, long by) {
    boolean deaf = has(old, Faults.STOP_READING, by);
    boolean silent = has(old, Faults.SILENCE, by) || has(old, Faults.WITHHOLD_CLOSE, by);
    return old.conn()
        + (deaf ? ", which does not read" : silent ? ", which does not answer" : ", which answers");
  }

  private static boolean has(Trace trace, String fault, long by) {
    return trace.faults().stream().anyMatch(f -> f.name().equals(fault) && f.t() < by);
  }
}
