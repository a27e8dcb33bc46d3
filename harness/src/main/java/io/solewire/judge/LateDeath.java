package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Policy;
import io.solewire.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** G2: when the peer of a silent incumbent dies at last, the newcomer is left alone. */
final class LateDeath implements Judge {

  @Override
  public String rule() {
    return "G2";
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Finding> findings = new ArrayList<>();
    if (profile.policy().kind() != Policy.Kind.NEWEST_WINS) {
      return findings;
    }
    List<Trace> subjects = user.as(Role.SUBJECT);
    for (Trace old : subjects) {
      Optional<Trace.Fault> death = old.fault(Faults.LATE_DEATH);
      if (death.isPresent()) {
        subjects.stream()
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
    long from = death.t();
    if (young.evicted() < from) {
      String why = young.conn() + " was ended before the incumbent's peer died";
      return say.unseen(expected, why, young.evicted(), from);
    }
    if (young.evicted() != NEVER) {
      Optional<String> excuse = Evictions.excuse(profile, young);
      String after = Say.millis(young.evicted() - from) + " after that death";
      String actual = young.conn() + " was ended by " + young.ending().by() + " " + after;
      return excuse.isPresent()
          ? say.unseen(expected, young.conn() + " " + excuse.get(), from, young.evicted())
          : say.broken(expected, actual, from, young.evicted());
    }
    Optional<Finding> lost = Delivery.lost(user, young, from, user.end(), how, say);
    if (lost.isPresent()) {
      return lost.get();
    }
    if (young.answers().answeredAfter(from)) {
      return say.pass(expected, young.conn() + " answers", from, user.end());
    }
    return Unanswered.after(young, from, user.end())
        ? say.broken(expected, young.conn() + " does not answer a probe", from, user.end())
        : say.unseen(expected, young.conn() + " was not probed after it", from, user.end());
  }
}
