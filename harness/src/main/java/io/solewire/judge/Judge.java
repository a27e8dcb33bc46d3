package io.solewire.judge;

import io.solewire.history.UserTraces;
import io.solewire.profile.Profile;
import java.util.List;

/**
 * Judges one rule. Implementations are pure functions, stateless and thread-safe: the same profile
 * and history always give the same findings, live, offline and under load.
 */
public interface Judge {

  /**
   * The rule that it judges.
   *
   * @return its id, such as {@code A1}
   */
  String rule();

  /**
   * Tells whether the rule says anything about a server of this kind.
   *
   * @param profile what the server promises
   * @return false if there is nothing to judge
   */
  default boolean appliesTo(Profile profile) {
    return true;
  }

  /**
   * Judges what one user did and saw.
   *
   * @param profile what the server promises
   * @param user one user's traces
   * @param say makes the findings of this rule
   * @return one finding for each thing that the rule has something to say about; none if the
   *     history holds nothing of the kind
   */
  List<Finding> judge(Profile profile, UserTraces user, Say say);
}
