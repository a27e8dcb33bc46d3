package io.solewire.simulation.watch;

import io.solewire.simulation.flight.QueueingEvent;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * How late event loops do what is due: each has a heartbeat every 10 ms, at instants that are fixed
 * beforehand. A loop that stands still misses heartbeats, and each one missed counts by its own
 * instant, as it would for whatever had arrived then; so percentiles are over time, not over what a
 * late loop got done (coordinated omission). Thread-safe. Costs a wake-up for each heartbeat, 0.1
 * to 0.2 % of a processor for each loop. A few dozen microseconds are the timer's own.
 */
final class LoopLag {

  static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private static final int DIGITS = 3;

  private final LongSupplier clock;
  private final ConcurrentHistogram lags = new ConcurrentHistogram(DIGITS);
  private volatile long end = Long.MAX_VALUE;

  /** Where something can be done on a loop, later. */
  @FunctionalInterface
  interface Loop {

    void schedule(Runnable task, long nanos);
  }

  /**
   * Nothing beats yet.
   *
   * @param clock nanoseconds, such as {@link System#nanoTime}
   */
  LoopLag(LongSupplier clock) {
    this.clock = clock;
  }

  /**
   * This loop has a heartbeat from an instant on, whatever it does until then.
   *
   * @param loop whose lag is asked for
   * @param nanos from now until then
   */
  void watch(Loop loop, long nanos) {
    long now = clock.getAsLong();
    new Heart(loop, now + nanos + INTERVAL_NANOS).schedule(now);
  }

  /** What is due after an instant counts no more; what was due before and is late does. */
  void end(long nanos) {
    end = Math.min(end, clock.getAsLong() + nanos);
  }

  /** So far, nanoseconds. */
  Histogram lags() {
    return lags.copy();
  }

  private final class Heart implements Runnable {
    private final Loop loop;
    private long due;

    Heart(Loop loop, long due) {
      this.loop = loop;
      this.due = due;
    }

    void schedule(long now) {
      loop.schedule(this, Math.max(0, due - now));
    }

    @Override
    public void run() {
      long now = clock.getAsLong();
      for (; due - now <= 0 && due < end; due += INTERVAL_NANOS) {
        lags.recordValue(now - due);
        QueueingEvent.of(now - due);
      }
      if (due < end) {
        schedule(now);
      }
    }
  }
}
