package io.solewire.judge;

import io.solewire.history.UserTraces;
import io.solewire.profile.Profile;
import io.solewire.rule.RuleBook;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** All judges, in the order of the rules. Stateless and thread-safe. */
public final class Judges {

  private static final List<Judge> ALL = new ArrayList<>();

  static {
    ALL.addAll(
        List.of(
            new OneLive(),
            new NewestWins(),
            new Welcome(),
            WrongLogin.unauthenticated(),
            new IncompleteHandshake(),
            new AdmittedInTime(),
            new LoginAgain(),
            new EvictionSignal(),
            new CloseCodeLegal(),
            CloseCodeExpected.promised(),
            CloseCodeExpected.terminal(),
            new CloseReason(),
            new MessageAgrees(),
            new RefusedNotReplaced(),
            new NoDataAfterClose(),
            new PromptRelease(),
            new ForcedRelease(),
            new NoEffect(),
            new CrossingCloses(),
            new EvictedWithin(),
            OneSurvivor.ofRace(),
            new LosersTold(),
            new EpochRises(),
            new LateEnd(),
            new CleanOffline(),
            new NoLockout(),
            new Chain(),
            new Bystander(),
            Apart.tenants(),
            new BesideStalled(),
            new DeliveredToNewest()));
    ALL.addAll(Numbered.all());
    ALL.addAll(
        List.of(
            new SubscriptionDelivers(),
            new AnsweredWhereAsked(),
            new SilentIncumbent(),
            new LateDeath(),
            new FullBuffer(),
            new IdleRelease(),
            Apart.spelled(),
            Spelling.ofIdentity(),
            Spelling.inUrl(),
            Apart.nameless(),
            Apart.numeric(),
            WrongLogin.ofAnother()));
    ALL.addAll(PresenceOfTakeover.all());
    ALL.addAll(
        List.of(
            new AfterCrash(),
            new Farewell(),
            OneSurvivor.ofBurst(),
            OneSurvivor.acrossNodes(),
            new SteadyCost(),
            new SessionsReturn(),
            new DuelBystander()));
  }

  private Judges() {}

  /** All of them, in the order of the rules. */
  static List<Judge> all() {
    return Collections.unmodifiableList(ALL);
  }

  /**
   * Judges users by all rules. Who judges many of one profile keeps its {@link Panel} instead.
   *
   * @param profile what the server promises
   * @param users what they did and saw
   * @return every finding, passes included, in the order of the rules and users; none if the server
   *     promises nothing
   */
  public static List<Finding> judge(Profile profile, List<UserTraces> users) {
    return judge(profile, users, RuleBook.current());
  }

  /** The same by a book; rules newer than the profile's pin, or not applicable, have no say. */
  static List<Finding> judge(Profile profile, List<UserTraces> users, RuleBook book) {
    return new Panel(profile, book).judge(users);
  }

  /**
   * Judges one user by all rules.
   *
   * @param profile what the server promises
   * @param user what it did and saw
   * @param findings is handed every finding, passes included, in the order of the rules
   */
  public static void judge(Profile profile, UserTraces user, Consumer<Finding> findings) {
    judge(profile, List.of(user)).forEach(findings);
  }

  /**
   * The rules that are judged.
   *
   * @return their ids
   */
  public static List<String> rules() {
    return ALL.stream().map(Judge::rule).distinct().toList();
  }
}
