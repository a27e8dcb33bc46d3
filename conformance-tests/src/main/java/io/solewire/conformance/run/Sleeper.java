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
 * Watches whether the machine has time for the harness, and for the server if it is the same one:
 * it asks to be woken again and again, and records when it is woken late (as jHiccup does), and how
 * long threads had to wait for a processor because there were too many. Thread-safe.
 */
final class Sleeper {

  private static final long NAP = TimeUnit.MILLISECONDS.toNanos(5);

  /** Being woken later than this is recorded. */
  private static final long LATE = TimeUnit.MILLISECONDS.toNanos(2);

  /** So many naps make a look at how many threads want a processor. */
  private static final int NAPS = 4;

  private static final int JOIN_MILLIS = 1000;

  private final RunClock clock;
  private final Segment segment;
  private final Sleeps seen;
  private final Crowd crowd = new Crowd();
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
    long looked = clock.nanos();
    long late = 0;
    for (int naps = 1; !over; naps++) {
      long asleep = clock.nanos();
      LockSupport.parkNanos(NAP);
      long woken = clock.nanos();
      long by = woken - asleep - NAP;
      late += by > LATE ? by : 0;
      if (naps % NAPS == 0) {
        long waited = (long) ((woken - looked) * crowd.waiting());
        record(woken, Math.max(late, waited));
        looked = woken;
        late = 0;
      }
    }
  }

  private void record(long t, long nanos) {
    if (nanos > LATE) {
      seen.add(t, nanos);
      Detail detail = Detail.named(Sleeps.ASLEEP, Long.toString(nanos / 1_000));
      segment.record(new Event(t, Sleeps.SEGMENT, "", "", EventKind.FAULT, detail));
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
