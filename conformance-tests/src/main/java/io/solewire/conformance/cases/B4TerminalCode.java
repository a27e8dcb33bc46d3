package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Stage;

/** B4: the code of the eviction tells stock clients not to come back. */
final class B4TerminalCode {

  @ConformanceCase(
      id = "B4.code-that-ends-it",
      title = "the code of the Close frame is one that stock clients take as final",
      needs = "evicted.by: close or evicted.by: message")
  void codeThatEndsIt(Stage stage) {
    Takeovers.several(stage, 3);
  }
}
