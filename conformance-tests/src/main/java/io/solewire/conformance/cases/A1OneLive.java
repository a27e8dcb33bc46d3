package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Stage;

/** A1: at most one admitted connection of a user stays alive. */
final class A1OneLive {

  @ConformanceCase(id = "A1.two-in-turn", title = "a user connects twice, one after the other")
  void twoInTurn(Stage stage) {
    Takeovers.settled(stage, 3);
  }
}
