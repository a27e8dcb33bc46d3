package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Stage;

/** B5: the reason of the eviction is short and valid UTF-8. */
final class B5CloseReason {

  @ConformanceCase(
      id = "B5.reason-on-the-wire",
      title = "the reason of the Close frame, byte by byte",
      needs = "evicted.by: close or evicted.by: message")
  void reasonOnTheWire(Stage stage) {
    Takeovers.several(stage, 3);
  }
}
