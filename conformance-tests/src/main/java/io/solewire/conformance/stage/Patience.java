package io.solewire.conformance.stage;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How long answers to probes are waited for in a run. A server that left many unanswered in a row,
 * each of them on a fresh connection, is not going to answer the next one, and a run has hundreds.
 * Thread-safe.
 */
public final class Patience {

  /** So many in a row are no accident. */
  private static final int MANY = 8;

  private static final Duration LITTLE = Duration.ofMillis(300);

  private final AtomicInteger unanswered = new AtomicInteger();

  /** How long to wait for the next answer. */
  Duration bound() {
    return unanswered.get() < MANY ? Waits.PROBE : LITTLE;
  }

  /** Waits until a connection that was admitted just now has answered a probe. */
  void settle(Connection fresh) {
    fresh.probe();
    if (fresh.awaitAnswer(bound())) {
      unanswered.set(0);
    } else {
      unanswered.incrementAndGet();
    }
  }
}
