package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Stage;

/** F4: the newcomer reads messages in the order they were sent. */
final class F4Order {

  @ConformanceCase(
      id = "F4.in-order-across-takeovers",
      title = "numbered messages are published all through takeovers, each after the one before",
      needs = "publish")
  void inOrderAcrossTakeovers(Stage stage) {
    AcrossTakeovers.published(stage);
  }
}
