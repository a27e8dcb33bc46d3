package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Stage;
import java.util.List;

/** A2: of connects that do not overlap, the last one survives. */
final class A2NewestWins {

  @ConformanceCase(id = "A2.newest-stays", title = "a user connects twice; the newer one stays")
  void newestStays(Stage stage) {
    Takeovers.settled(stage, 3);
  }

  @ConformanceCase(id = "A2.three-in-turn", title = "a user connects three times in turn")
  void threeInTurn(Stage stage) {
    String user = stage.newUser();
    stage.connect(user);
    stage.connect(user);
    stage.connect(user);
    stage.settle(List.of(user));
  }
}
