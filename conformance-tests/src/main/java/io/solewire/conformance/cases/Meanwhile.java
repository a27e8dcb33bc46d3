package io.solewire.conformance.cases;

import io.solewire.conformance.stage.CannotGoOnException;
import io.solewire.conformance.stage.Stage;
import io.solewire.record.CaseInterruptedException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Does something again and again on a thread of its own, until it is ended: a script that waits
 * gives its share of the machine back, and goes on only when no other case races. What it does must
 * be thread-safe; if it cannot go on, it ends, and what it did is in the history.
 */
final class Meanwhile {

  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final AtomicBoolean over = new AtomicBoolean();
  private final Thread thread;

  private Meanwhile(Stage stage, Duration between, Runnable what) {
    thread =
        new Thread(
            () -> {
              try {
                while (!over.get()) {
                  what.run();
                  stage.pass(between);
                }
              } catch (CannotGoOnException | CaseInterruptedException e) {
                // what was done until then is in the history
              }
            },
            "meanwhile");
    thread.setDaemon(true);
  }

  /** Begins. */
  static Meanwhile each(Stage stage, Duration between, Runnable what) {
    Meanwhile meanwhile = new Meanwhile(stage, between, what);
    meanwhile.thread.start();
    return meanwhile;
  }

  /** Waits until what is being done is done. */
  void end() {
    over.set(true);
    try {
      thread.join(LONGEST.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotGoOnException("interrupted while something was done for the last time");
    }
  }
}
