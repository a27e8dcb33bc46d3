package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.CannotGoOnException;
import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Stage;
import io.solewire.judge.Faults;
import io.solewire.record.CaseInterruptedException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** F2, F3, F4: messages that are published all through takeovers. */
final class FAcrossTheSwitch {

  private static final Duration BETWEEN = Duration.ofMillis(4);
  private static final Duration STAY = Duration.ofMillis(60);

  @ConformanceCase(
      id = "F2.once-across-takeovers",
      title = "numbered messages are published all through takeovers; none is to come twice",
      needs = {"publish", "delivery"})
  void onceAcrossTakeovers(Stage stage) {
    across(stage);
  }

  @ConformanceCase(
      id = "F3.none-lost-across-takeovers",
      title = "numbered messages are published all through takeovers; what is promised is to come",
      needs = {"publish", "delivery"})
  void noneLostAcrossTakeovers(Stage stage) {
    across(stage);
  }

  @ConformanceCase(
      id = "F4.in-order-across-takeovers",
      title = "numbered messages are published all through takeovers, each after the one before",
      needs = "publish")
  void inOrderAcrossTakeovers(Stage stage) {
    across(stage);
  }

  private static void across(Stage stage) {
    stage.needsPublish();
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
      stage.pass(Waited.ARRIVAL);
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
                  stage.publish(user);
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
