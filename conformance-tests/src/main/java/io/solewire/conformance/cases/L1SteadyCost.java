package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Stage;
import io.solewire.judge.Faults;
import java.time.Duration;

/** L1: the cost of a takeover does not grow with the number of takeovers. */
final class L1SteadyCost {

  @ConformanceCase(
      id = "L1.long-chain",
      title = "one user is taken over again and again, each time after the eviction before")
  void longChain(Stage stage) {
    for (int chain = 0; chain < stage.budget().pick(1, 10); chain++) {
      String user = stage.newUser();
      stage.alone(() -> chain(stage, user, stage.budget().pick(101, 1001)));
      stage.leave(user);
    }
  }

  private static void chain(Stage stage, String user, int links) {
    Duration bound = stage.profile().evicted().forceWithSlack();
    long enough = System.nanoTime() + Duration.ofSeconds(stage.budget().pick(10, 60)).toNanos();
    Connection before = null;
    for (int link = 0; link < links && System.nanoTime() < enough; link++) {
      Connection newcomer = stage.connect(user);
      newcomer.fault(Faults.LONG_CHAIN, null);
      if (before != null) {
        before.awaitEvicted(bound);
        stage.release(before);
      }
      before = newcomer;
    }
  }
}
