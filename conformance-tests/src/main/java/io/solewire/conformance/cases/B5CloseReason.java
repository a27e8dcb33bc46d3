package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Stage;
import io.solewire.judge.Faults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** B5: the reason of the eviction is short, valid UTF-8, stable, and gives nothing away. */
final class B5CloseReason {

  private static final Duration A_SECOND = Duration.ofMillis(1050);

  @ConformanceCase(
      id = "B5.reason-on-the-wire",
      title = "the reason of the Close frame, byte by byte, and again a second later",
      needs = "evicted.by: close or evicted.by: message")
  void reasonOnTheWire(Stage stage) {
    Takeovers.several(stage, 3);
    inTurn(stage);
  }

  /** A reason with the time in it is another one in the next second. */
  private static void inTurn(Stage stage) {
    String user = stage.newUser();
    List<Connection> links = new ArrayList<>();
    for (int link = 0; link < stage.profile().policy().max() + 2; link++) {
      if (link > 0) {
        stage.linger(A_SECOND);
      }
      Connection next = stage.connect(user);
      next.fault(Faults.IN_TURN, null);
      links.add(next);
    }
    links.get(1).awaitEvicted(stage.limit());
  }
}
