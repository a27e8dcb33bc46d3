package io.solewire.simulation.gatling;

import io.netty.channel.EventLoop;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Rows on their way to Gatling's statistics. Thread-safe. They are handed over many at a time: each
 * by itself would wake a thread of Gatling's, which at thousands a second takes a twentieth of what
 * the generator has.
 */
final class Batch {

  private static final long WAIT_MILLIS = 20;

  private final Queue<Runnable> rows = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean awaited = new AtomicBoolean();

  /**
   * Takes a row.
   *
   * @param loop on which it is handed over, a little later
   * @param row hands itself over
   */
  void add(EventLoop loop, Runnable row) {
    rows.add(row);
    if (awaited.compareAndSet(false, true)) {
      loop.schedule(this::handOver, WAIT_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /** Hands over what has been taken; when this returns, all of it is. */
  synchronized void handOver() {
    awaited.set(false);
    for (Runnable row = rows.poll(); row != null; row = rows.poll()) {
      row.run();
    }
  }
}
