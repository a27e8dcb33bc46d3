package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Stage;

/** B3: the code of the eviction is one of those that are documented. */
final class B3PromisedCode {

  @ConformanceCase(
      id = "B3.code-as-promised",
      title = "the code of the Close frame is one that the profile promises",
      needs = {"evicted.codes", "evicted.by: close or evicted.by: message"})
  void codeAsPromised(Stage stage) {
    Takeovers.several(stage, 3);
  }
}
