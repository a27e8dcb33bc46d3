package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Stage;
import io.solewire.judge.Faults;
import java.time.Duration;

/** D7: a chain of takeovers without a pause ends with the last one there and all others gone. */
final class D7Chain {

  private static final int FEWEST = 5;

  @ConformanceCase(id = "D7.chain-of-takeovers", title = "one takeover after the other, no pause")
  void chainOfTakeovers(Stage stage) {
    String user = stage.newUser();
    stage.alone(() -> chain(stage, user));
    stage.settle(user);
  }

  private static void chain(Stage stage, String user) {
    Duration bound = Duration.ofSeconds(stage.budget().pick(10, 60));
    long enough = System.nanoTime() + bound.toNanos();
    for (int link = 0; link < Math.min(stage.room() / 2, stage.budget().pick(100, 1000)); link++) {
      stage.connect(user).fault(Faults.CHAIN, null);
      if (link >= FEWEST && System.nanoTime() > enough) {
        break; // a slow server's chain is shorter; the finding says how long it was
      }
    }
  }
}
