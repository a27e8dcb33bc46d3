package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Stage;

/** B2: the code of the eviction may stand on the wire. */
final class B2CloseCode {

  @ConformanceCase(
      id = "B2.code-on-the-wire",
      title = "the code of the Close frame, byte by byte",
      needs = "evicted.by: close or evicted.by: message")
  void codeOnTheWire(Stage stage) {
    Takeovers.several(stage, 3);
  }
}
