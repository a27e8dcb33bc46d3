package io.solewire.judge;

import io.solewire.history.UserTraces;
import io.solewire.profile.Profile;
import java.util.List;

/** H2: a user id that is only spelled differently in the URL is the same user. */
final class Spelling implements Judge {

  @Override
  public String rule() {
    return "H2";
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    return Takeover.of(profile, user).stream()
        .filter(Takeover::spelledDifferently)
        .map(t -> Gone.inTime(profile, user, t, say))
        .toList();
  }
}
