package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Stage;
import io.solewire.judge.Faults;
import io.solewire.wire.WirePlan;
import java.util.List;

/** D6: duelling clients neither deadlock the server nor lock anybody out. */
final class D6NoLockout {

  @ConformanceCase(
      id = "D6.user-after-a-duel",
      title =
          "two clients of a user that return when evicted, before strangers; then one more comes")
  void userAfterADuel(Stage stage) {
    after(stage, Duel.beforeStrangers(stage, 2));
  }

  @ConformanceCase(
      id = "D6.user-after-ten-duellists",
      title =
          "ten clients of a user that return when evicted, before strangers; then one more comes")
  void userAfterTenDuellists(Stage stage) {
    after(stage, Duel.beforeStrangers(stage, 10));
  }

  private static void after(Stage stage, String user) {
    stage.profile().policy().damper().ifPresent(damper -> stage.linger(damper.in()));
    Connection last = stage.open(user, WirePlan.PLAIN);
    last.fault(Faults.AFTER_DUEL, null);
    stage.awaitAll(List.of(last), Connection::isDecided, stage.limit());
  }
}
