package io.solewire.judge;

import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** G2: when the peer of a silent incumbent dies at last, the newcomer is left alone. */
final class LateDeath implements NewestWinsJudge {

  @Override
  public String rule() {
    return "G2";
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Finding> findings = new ArrayList<>();
    List<Trace> subjects = user.as(Role.SUBJECT);
    for (Trace old : subjects) {
      Optional<Trace.Fault> death = old.fault(Faults.LATE_DEATH);
      if (death.isPresent()) {
        Sequence.of(user).after(old.admitted()).stream()
            .filter(t -> t.isAfter(old) && t.admitted() < death.get().t())
            .findFirst()
            .ifPresent(young -> findings.add(judge(profile, user, death.get(), young, say)));
      }
    }
    return findings;
  }

  private static Finding judge(
      Profile profile, UserTraces user, Trace.Fault death, Trace young, Say say) {
    String how = " (late death of the incumbent: " + death.text() + ")";
    String expected = young.conn() + " stays, answers and is reachable" + how;
    String what = "the late death of the incumbent: " + death.text();
    return new LeftAlone(what, death.t()).judge(profile, user, young, expected, say);
  }
}
