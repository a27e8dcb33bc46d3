package io.solewire.conformance.cases;

import io.solewire.conformance.race.Schedule;
import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Stage;
import java.util.Collections;

/** D2: every admitted loser of a race is told; none is left open and silent. */
final class D2LosersTold {

  private static final int RACERS = 8;

  @ConformanceCase(
      id = "D2.losers-of-a-race",
      title = "of connects of one user that start together, each that loses is watched to its end",
      races = true)
  void losersOfARace(Stage stage) {
    Schedule race = Schedule.barrier(Races.racers(stage, RACERS));
    Races.settled(stage, Collections.nCopies(Takeovers.rounds(stage, 4), race));
  }
}
