package io.solewire.conformance.cases;

import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Stage;
import io.solewire.judge.Faults;
import java.time.Duration;

/** The script that F2, F3 and F4 look at: messages published all through takeovers. */
final class AcrossTakeovers {

  private static final Duration BETWEEN = Duration.ofMillis(4);
  private static final Duration STAY = Duration.ofMillis(60);

  private AcrossTakeovers() {}

  /** Publishes one message after the other, from before the first takeover until after the last. */
  static void published(Stage stage) {
    stage.publisher().mustWork();
    for (int round = 0; round < stage.budget().pick(1, 5); round++) {
      String user = stage.newUser();
      Connection last = next(stage, user);
      Meanwhile publishing = Meanwhile.each(stage, BETWEEN, () -> stage.publisher().publish(user));
      try {
        for (int i = 0; i < stage.budget().pick(6, 20); i++) {
          stage.pass(STAY);
          last = next(stage, user);
        }
        stage.pass(STAY);
      } finally {
        publishing.end();
      }
      last.awaitMessages(STAY);
      stage.linger(Waited.ARRIVAL);
    }
  }

  private static Connection next(Stage stage, String user) {
    Connection connection = stage.connect(user);
    connection.fault(Faults.NUMBERED, null);
    return connection;
  }
}
