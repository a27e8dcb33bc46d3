package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Stage;
import java.time.Duration;

/** F1: what is published after the takeover arrives on the newcomer, never on the incumbent. */
final class F1Delivery {

  @ConformanceCase(
      id = "F1.published-after-takeover",
      title = "messages are published to the user right after the newcomer was admitted",
      needs = "publish")
  void publishedAfterTakeover(Stage stage) {
    stage.publisher().mustWork();
    Bundles.of(stage, Takeovers.rounds(stage, 3), rounds -> publishedAfterTakeover(stage, rounds));
  }

  private static void publishedAfterTakeover(Stage stage, int rounds) {
    for (int round = 0; round < rounds; round++) {
      String user = stage.newUser();
      stage.connect(user);
      Connection newcomer = stage.connect(user);
      stage.publisher().publish(user);
      stage.publisher().publish(user);
      newcomer.awaitMessages(Waited.ARRIVAL);
    }
    stage.linger(Duration.ofMillis(1050));
  }
}
