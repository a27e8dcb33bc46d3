package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Stage;

/** F2: an exactly-once message is not delivered twice across a takeover. */
final class F2Once {

  @ConformanceCase(
      id = "F2.once-across-takeovers",
      title = "numbered messages are published all through takeovers; none is to come twice",
      needs = {"publish", "delivery: exactly-once"})
  void onceAcrossTakeovers(Stage stage) {
    AcrossTakeovers.published(stage);
  }
}
