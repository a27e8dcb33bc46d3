package io.solewire.judge;

import io.solewire.history.UserTraces;
import io.solewire.profile.Policy;
import io.solewire.profile.Profile;
import io.solewire.rule.Rule;
import io.solewire.rule.RuleBook;
import java.util.ArrayList;
import java.util.List;

/** All judges, one for each rule that is judged. Stateless and thread-safe. */
public final class Judges {

  private static final List<Judge> ALL =
      List.of(
          new OneLive(),
          new NewestWins(),
          new Welcome(),
          new IncompleteHandshake(),
          new AdmittedInTime(),
          new EvictionSignal(),
          new CloseCodeLegal(),
          CloseCodeExpected.promised(),
          CloseCodeExpected.terminal(),
          new CloseReason(),
          new NoDataAfterClose(),
          new PromptRelease(),
          new ForcedRelease(),
          new CrossingCloses(),
          new EvictedWithin(),
          OneSurvivor.ofRace(),
          new LosersTold(),
          new LateEnd(),
          new Chain(),
          new Bystander(),
          new BesideStalled(),
          new DeliveredToNewest(),
          new SilentIncumbent(),
          new LateDeath(),
          new FullBuffer(),
          new Spelling(),
          Apart.nameless(),
          Apart.numeric(),
          OneSurvivor.ofBurst(),
          new SteadyCost(),
          new DuelBystander());

  private Judges() {}

  /**
   * Judges users by all rules.
   *
   * @param profile what the server promises
   * @param users what they did and saw
   * @return every finding, passes included, in the order of the rules and users; none if the server
   *     promises nothing
   */
  public static List<Finding> judge(Profile profile, List<UserTraces> users) {
    List<Finding> findings = new ArrayList<>();
    if (profile.policy().kind() == Policy.Kind.NONE) {
      return findings;
    }
    for (Judge judge : ALL) {
      Rule rule = RuleBook.current().rule(judge.rule());
      for (UserTraces user : users) {
        findings.addAll(judge.judge(profile, user, new Say(rule, user.user())));
      }
    }
    return findings;
  }

  /**
   * The rules that are judged.
   *
   * @return their ids
   */
  public static List<String> rules() {
    return ALL.stream().map(Judge::rule).toList();
  }
}
