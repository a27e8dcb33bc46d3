package io.solewire.conformance.run;

import io.solewire.history.Detail;
import io.solewire.history.Event;
import io.solewire.history.EventKind;
import io.solewire.history.History;
import io.solewire.history.HistoryException;
import io.solewire.history.RunClock;
import io.solewire.history.Segment;
import io.solewire.result.Sleeps;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks to be woken again and again, and records when it is woken late: then the machine had no time
 * for the harness, nor, if it is the same one, for the server (as jHiccup does). Thread-safe.
 */
final class Sleeper {

  private static final long NAP = TimeUnit.MILLISECONDS.toNanos(5);

  /** Being woken later than this is recorded. */
  private static final long LATE = TimeUnit.MILLISECONDS.toNanos(10);

  private static final int JOIN_MILLIS = 1000;

  private final RunClock clock;
  private final Segment segment;
  private final Sleeps seen;
  private final Thread thread = new Thread(this::nap, "solewire-sleeper");
  private volatile boolean over;

  private Sleeper(History history, Sleeps seen) throws HistoryException {
    this.clock = history.clock();
    this.segment = history.segment(Sleeps.SEGMENT);
    this.seen = seen;
  }

  /**
   * Begins.
   *
   * @param seen is told of each sleep too, at once
   * @throws HistoryException if nothing can be recorded
   */
  static Sleeper start(History history, Sleeps seen) throws HistoryException {
    Sleeper sleeper = new Sleeper(history, seen);
    sleeper.thread.setDaemon(true);
    sleeper.thread.start();
    return sleeper;
  }

  private void nap() {
    while (!over) {
      long asleep = clock.nanos();
      LockSupport.parkNanos(NAP);
      long woken = clock.nanos();
      long late = woken - asleep - NAP;
      if (late > LATE) {
        seen.add(woken, late);
        Detail detail = Detail.named(Sleeps.ASLEEP, Long.toString(late / 1_000));
        segment.record(new Event(woken, Sleeps.SEGMENT, "", "", EventKind.FAULT, detail));
      }
    }
  }

  /** Ends, and closes what it recorded. */
  void stop() {
    over = true;
    try {
      thread.join(JOIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    segment.close();
  }
}
