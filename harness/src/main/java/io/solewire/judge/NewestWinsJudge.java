package io.solewire.judge;

import io.solewire.profile.Policy;
import io.solewire.profile.Profile;

/** Judges a rule that says nothing unless the newest wins. */
interface NewestWinsJudge extends Judge {

  @Override
  default boolean appliesTo(Profile profile) {
    return profile.policy().kind() == Policy.Kind.NEWEST_WINS;
  }
}
