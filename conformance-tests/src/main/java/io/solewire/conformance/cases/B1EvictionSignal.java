package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Stage;

/** B1: a responsive incumbent gets a Close frame with a code before TCP ends. */
final class B1EvictionSignal {

  @ConformanceCase(
      id = "B1.idle-incumbent",
      title = "a connection that listens and says nothing is taken over")
  void idleIncumbent(Stage stage) {
    Takeovers.several(stage, stage.budget().pick(3, 20));
  }
}
