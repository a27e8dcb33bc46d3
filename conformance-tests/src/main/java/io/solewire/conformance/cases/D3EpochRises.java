package io.solewire.conformance.cases;

import io.solewire.conformance.race.Schedule;
import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Stage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** D3: the survivor carries the greatest epoch. */
final class D3EpochRises {

  private static final int RACERS = 3;

  @ConformanceCase(
      id = "D3.epochs-of-a-chain",
      title = "a user connects several times in turn; each admission carries an epoch",
      needs = "epoch")
  void epochsOfAChain(Stage stage) {
    Bundles.of(stage, Takeovers.rounds(stage, 3), rounds -> epochsOfAChain(stage, rounds));
  }

  private static void epochsOfAChain(Stage stage, int rounds) {
    List<String> users = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      String user = stage.newUser();
      for (int i = 0; i < 5; i++) {
        stage.connect(user);
      }
      users.add(user);
    }
    stage.settle(users);
  }

  @ConformanceCase(
      id = "D3.epochs-of-a-race",
      title = "connects of one user that start together; each admission carries an epoch",
      needs = "epoch",
      races = true)
  void epochsOfARace(Stage stage) {
    Schedule race = Schedule.barrier(RACERS);
    Races.settled(stage, Collections.nCopies(Takeovers.rounds(stage, 5), race));
  }
}
