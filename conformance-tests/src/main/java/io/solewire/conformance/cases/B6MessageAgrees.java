package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Stage;

/** B6: a message before the Close agrees with it. */
final class B6MessageAgrees {

  @ConformanceCase(
      id = "B6.message-before-close",
      title = "what the incumbent is told before its Close frame says the same",
      needs = "evicted.by: close or evicted.by: message")
  void messageBeforeClose(Stage stage) {
    Takeovers.several(stage, 3);
  }
}
