package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Racing;
import io.solewire.conformance.stage.Stage;
import java.util.ArrayList;
import java.util.List;

/** D3: the survivor carries the greatest epoch. */
final class D3EpochRises {

  private static final int RACERS = 3;

  @ConformanceCase(
      id = "D3.epochs-of-a-chain",
      title = "a user connects several times in turn; each admission carries an epoch",
      needs = "epoch")
  void epochsOfAChain(Stage stage) {
    List<String> users = new ArrayList<>();
    for (int round = 0; round < stage.budget().pick(3, 20); round++) {
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
      needs = "epoch")
  void epochsOfARace(Stage stage) {
    int rounds = stage.budget().pick(5, 50);
    Races.rounds(stage, rounds, RACERS, round -> Racing.barrier(stage, RACERS));
  }
}
