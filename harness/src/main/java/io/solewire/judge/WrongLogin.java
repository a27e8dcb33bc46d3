package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Profile;
import java.util.ArrayList;
import java.util.List;

/**
 * A login that is not the user's evicts nobody. A4: the credentials are wrong. H5: they are those
 * of another user, who is refused, or admitted as who they are.
 */
final class WrongLogin implements Judge {

  private final String rule;
  private final String mark;
  private final String who;

  private WrongLogin(String rule, String mark, String who) {
    this.rule = rule;
    this.mark = mark;
    this.who = who;
  }

  static WrongLogin unauthenticated() {
    return new WrongLogin("A4", Faults.WRONG_LOGIN, "a login with ");
  }

  static WrongLogin ofAnother() {
    return new WrongLogin("H5", Faults.OTHERS_LOGIN, "a login of another user with ");
  }

  @Override
  public String rule() {
    return rule;
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Finding> findings = new ArrayList<>();
    for (Trace intruder : user.as(Role.INTRUDER)) {
      if (intruder.fault(mark).isPresent() && intruder.opened() != NEVER) {
        user.as(Role.SUBJECT).stream()
            .filter(t -> t.admitted() < intruder.opened())
            .forEach(t -> findings.add(judge(profile, user, t, intruder, say)));
      }
    }
    return findings;
  }

  private Finding judge(
      Profile profile, UserTraces user, Trace incumbent, Trace intruder, Say say) {
    String login = who + intruder.note();
    String expected = incumbent.conn() + " stays, answers and is reachable after " + login;
    long from = intruder.opened();
    boolean stayed =
        intruder.ending().evicted() == NEVER
            || Evictions.excuse(profile, intruder).isPresent()
            || Evictions.followed(user, intruder);
    boolean admitted = intruder.admitted() != NEVER && stayed;
    if (admitted && mark.equals(Faults.WRONG_LOGIN)) {
      return say.unseen(expected, login + " was admitted, so it shows nothing", from, user.end());
    }
    long refused = Math.min(intruder.refused(), intruder.ending().evicted());
    long settled = (refused == NEVER ? from : refused) + profile.quiet().toNanos();
    return new LeftAlone(login, from, settled).judge(profile, user, incumbent, expected, say);
  }
}
