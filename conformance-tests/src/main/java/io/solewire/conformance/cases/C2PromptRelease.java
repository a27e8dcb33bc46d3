package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Stage;

/** C2: once its Close was echoed, the server ends TCP promptly. */
final class C2PromptRelease {

  @ConformanceCase(
      id = "C2.echo-then-tcp-end",
      title = "the incumbent echoes the Close and leaves the end of TCP to the server",
      needs = "evicted.by: close or evicted.by: message")
  void echoThenTcpEnd(Stage stage) {
    Takeovers.several(stage, 3);
  }
}
