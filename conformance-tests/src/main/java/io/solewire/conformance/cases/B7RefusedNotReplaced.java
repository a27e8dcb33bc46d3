package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Stage;
import io.solewire.judge.Faults;
import io.solewire.profile.Policy;
import io.solewire.wire.WirePlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** B7: a refused newcomer is not told that it was replaced. */
final class B7RefusedNotReplaced {

  @ConformanceCase(
      id = "B7.refused-newcomer",
      title = "newcomers are refused: for wrong credentials, or because the user is connected",
      needs = "authentication.wrong or policy: refuse-newcomer",
      policies = {Policy.Kind.NEWEST_WINS, Policy.Kind.REFUSE_NEWCOMER})
  void refusedNewcomer(Stage stage) {
    stage
        .profile()
        .capabilities()
        .authentication()
        .filter(known -> !known.wrong().isEmpty())
        .ifPresent(known -> Intrusion.each(stage, known.wrong(), Faults.WRONG_LOGIN));
    if (stage.profile().policy().kind() == Policy.Kind.REFUSE_NEWCOMER) {
      Bundles.of(stage, Takeovers.rounds(stage, 3), rounds -> refused(stage, rounds));
    }
  }

  private static void refused(Stage stage, int rounds) {
    List<Connection> refused = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      String user = stage.newUser();
      for (int i = 0; i < stage.profile().policy().max(); i++) {
        stage.connect(user);
      }
      refused.add(stage.open(user, WirePlan.PLAIN));
    }
    Duration bound = stage.profile().evicted().forceWithSlack();
    stage.awaitAll(refused, Connection::isEvicted, bound);
  }
}
