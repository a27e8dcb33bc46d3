package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Stage;

/** L2: while two clients duel, other users are served as before. */
final class L2Duel {

  @ConformanceCase(
      id = "L2.strangers-of-a-duel",
      title = "two clients return whenever they are evicted, and strangers are probed meanwhile")
  void strangersOfADuel(Stage stage) {
    Duel.beforeStrangers(stage, 2);
  }

  @ConformanceCase(
      id = "L2.strangers-of-ten-duellists",
      title = "ten clients return whenever they are evicted, and strangers are probed meanwhile")
  void strangersOfTenDuellists(Stage stage) {
    Duel.beforeStrangers(stage, 10);
  }
}
