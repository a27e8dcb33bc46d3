package io.solewire.cli;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Does something again and again on a daemon thread of its own, until it is closed: what is under
 * way then comes to its end first, and nothing comes after. Thread-safe.
 */
final class Ticker implements AutoCloseable {

  static final String THREAD = "solewire-ticker";

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(Ticker::daemon);
  private final Runnable action;
  private boolean closed;

  private Ticker(Runnable action) {
    this.action = action;
  }

  static Ticker start(Duration pause, Runnable action) {
    Ticker ticker = new Ticker(action);
    long nanos = pause.toNanos();
    ticker.thread.scheduleWithFixedDelay(ticker::tick, nanos, nanos, TimeUnit.NANOSECONDS);
    return ticker;
  }

  private static Thread daemon(Runnable body) {
    Thread thread = new Thread(body, THREAD);
    thread.setDaemon(true);
    return thread;
  }

  private synchronized void tick() {
    if (!closed) {
      action.run();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    thread.shutdownNow();
  }
}
