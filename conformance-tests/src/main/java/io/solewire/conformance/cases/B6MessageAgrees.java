package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Stage;

/** B6: a message before the Close agrees with it. */
final class B6MessageAgrees {

  @ConformanceCase(
      id = "B6.message-before-close",
      title = "what the incumbent is told before its Close frame says the same",
      needsClose = true)
  void messageBeforeClose(Stage stage) {
    Takeovers.several(stage, 3);
  }
}
