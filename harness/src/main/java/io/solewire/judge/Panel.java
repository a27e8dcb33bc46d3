package io.solewire.judge;

import io.solewire.history.UserTraces;
import io.solewire.profile.Policy;
import io.solewire.profile.Profile;
import io.solewire.rule.Rule;
import io.solewire.rule.RuleBook;
import java.util.ArrayList;
import java.util.List;

/**
 * The judges that have a say about a profile: not those of rules that are newer than its pin, that
 * do not apply by its declaration, or that say nothing of such a server. Immutable and thread-safe.
 */
public final class Panel {

  private final Profile profile;
  private final List<Seat> seats;

  private record Seat(Judge judge, Rule rule) {}

  /**
   * Chooses them.
   *
   * @param profile what the server promises; nobody judges one that promises nothing
   */
  public Panel(Profile profile) {
    this(profile, RuleBook.current());
  }

  Panel(Profile profile, RuleBook book) {
    this.profile = profile;
    this.seats =
        profile.policy().kind() == Policy.Kind.NONE
            ? List.of()
            : Judges.all().stream()
                .map(judge -> new Seat(judge, book.rule(judge.rule())))
                .filter(seat -> !profile.notApplicable().containsKey(seat.rule().id()))
                .filter(seat -> seat.rule().since() <= profile.rules())
                .filter(seat -> seat.judge().appliesTo(profile))
                .toList();
  }

  /**
   * Judges users.
   *
   * @param users what they did and saw
   * @return every finding, passes included, in the order of the rules and users
   */
  public List<Finding> judge(List<UserTraces> users) {
    List<Finding> findings = new ArrayList<>();
    for (Seat seat : seats) {
      for (UserTraces user : users) {
        Say say = new Say(seat.rule(), user.user());
        findings.addAll(seat.judge().judge(profile, user, say));
      }
    }
    return findings;
  }
}
