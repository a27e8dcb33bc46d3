package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Stage;

/** F3: a promised delivery survives the takeover. */
final class F3NoneLost {

  @ConformanceCase(
      id = "F3.none-lost-across-takeovers",
      title = "numbered messages are published all through takeovers; what is promised is to come",
      needs = {"publish", "delivery"})
  void noneLostAcrossTakeovers(Stage stage) {
    AcrossTakeovers.published(stage);
  }
}
