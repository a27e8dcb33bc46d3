package io.solewire.judge;

import io.solewire.history.UserTraces;
import io.solewire.profile.Profile;
import java.util.List;

/** A1: after a takeover the incumbent is gone. */
final class OneLive implements Judge {

  @Override
  public String rule() {
    return "A1";
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    return Takeover.of(profile, user).stream()
        .filter(t -> !t.spelledDifferently())
        .filter(t -> t.incumbent().fault(Faults.STOP_READING).isEmpty())
        .map(t -> Gone.inTime(profile, user, t, say))
        .toList();
  }
}
