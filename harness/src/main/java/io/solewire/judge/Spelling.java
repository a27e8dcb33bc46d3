package io.solewire.judge;

import io.solewire.history.UserTraces;
import io.solewire.profile.Profile;
import java.util.List;

/**
 * A user id that is only spelled differently is the same user. H2: in the URL. H1: where the
 * profile says so; such a connection is noted as {@code the same user by} an aspect.
 */
final class Spelling implements Judge {

  /** How the note of a connection begins whose id the profile says is another spelling. */
  private static final String SAME = "the same user by ";

  private final String rule;

  private Spelling(String rule) {
    this.rule = rule;
  }

  static Spelling inUrl() {
    return new Spelling("H2");
  }

  static Spelling ofIdentity() {
    return new Spelling("H1");
  }

  @Override
  public String rule() {
    return rule;
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    return Takeover.of(profile, user).stream()
        .filter(Takeover::spelledDifferently)
        .filter(t -> t.newcomer().note().startsWith(SAME) == rule.equals("H1"))
        .map(t -> Gone.inTime(profile, user, t, say))
        .toList();
  }
}
