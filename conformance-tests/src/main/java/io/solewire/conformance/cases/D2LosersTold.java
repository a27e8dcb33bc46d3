package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Racing;
import io.solewire.conformance.stage.Stage;

/** D2: every admitted loser of a race is told; none is left open and silent. */
final class D2LosersTold {

  private static final int RACERS = 8;

  @ConformanceCase(
      id = "D2.losers-of-a-race",
      title = "of connects of one user that start together, each that loses is watched to its end")
  void losersOfARace(Stage stage) {
    int rounds = stage.budget().pick(4, 40);
    Races.rounds(stage, rounds, RACERS, round -> Racing.barrier(stage, RACERS));
  }
}
