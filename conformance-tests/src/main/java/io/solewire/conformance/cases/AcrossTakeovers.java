package io.solewire.conformance.cases;

import io.solewire.conformance.stage.CannotGoOnException;
import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Stage;
import io.solewire.judge.Faults;
import io.solewire.record.CaseInterruptedException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

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
      AtomicBoolean over = new AtomicBoolean();
      Thread publisher = publisher(stage, user, over);
      try {
        for (int i = 0; i < stage.budget().pick(6, 20); i++) {
          stage.pass(STAY);
          last = next(stage, user);
        }
        stage.pass(STAY);
      } finally {
        over.set(true);
      }
      join(publisher);
      last.awaitMessages(STAY);
      stage.linger(Waited.ARRIVAL);
    }
  }

  private static Connection next(Stage stage, String user) {
    Connection connection = stage.connect(user);
    connection.fault(Faults.NUMBERED, null);
    return connection;
  }

  private static Thread publisher(Stage stage, String user, AtomicBoolean over) {
    Thread thread =
        new Thread(
            () -> {
              try {
                while (!over.get()) {
                  stage.publisher().publish(user);
                  stage.pass(BETWEEN);
                }
              } catch (CannotGoOnException | CaseInterruptedException e) {
                // what was published until then is in the history
              }
            },
            "publisher");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void join(Thread publisher) {
    try {
      publisher.join(Duration.ofSeconds(10).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotGoOnException("interrupted while the last message was published");
    }
  }
}
