package io.solewire.machine;

import io.solewire.history.Detail;
import io.solewire.history.Event;
import io.solewire.history.EventKind;
import io.solewire.history.RunClock;
import io.solewire.result.Sleeps;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Watches whether the machine has time for the harness, and for the server if it is the same one:
 * it asks to be woken again and again, and records when it is late (as jHiccup does), and how long
 * threads had to wait for a processor because there were too many, or because others were given
 * more of it. Thread-safe.
 */
public final class Sleeper implements AutoCloseable {

  private static final long NAP = TimeUnit.MILLISECONDS.toNanos(5);

  /** So many naps make a look at how many threads want a processor. */
  private static final int NAPS = 4;

  /** After so long our own threads are asked how long they waited: that costs a file for each. */
  private static final long ASK = TimeUnit.MILLISECONDS.toNanos(250);

  private static final int JOIN_MILLIS = 1000;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final RunClock clock;
  private final Consumer<Event> record;
  private final int processors = Busy.ofMachine().processors();
  private final Crowd crowd = new Crowd(processors);
  private final Delays delays = new Delays(OwnThreads.ofThisProcess(), processors);
  private final Thread thread = new Thread(this::nap, "solewire-sleeper");
  private volatile boolean over;

  private Sleeper(RunClock clock, Consumer<Event> record) {
    this.clock = clock;
    this.record = record;
  }

  /**
   * Begins.
   *
   * @param clock of the run
   * @param record is handed each sleep on a thread of its own, as {@link Sleeps} reads it
   */
  public static Sleeper start(RunClock clock, Consumer<Event> record) {
    Sleeper sleeper = new Sleeper(clock, record);
    sleeper.thread.setDaemon(true);
    sleeper.thread.start();
    return sleeper;
  }

  private void nap() {
    Naps naps = new Naps(NAP, clock::nanos, THREADS::getCurrentThreadCpuTime);
    long looked = clock.nanos();
    long late = 0;
    double starved = 0;
    long counted = looked;
    for (int nap = 1; !over; nap++) {
      LockSupport.parkNanos(NAP);
      late += naps.late();
      long woken = clock.nanos();
      if (nap % NAPS == 0) {
        if (woken - counted >= ASK) {
          starved = delays.waiting();
          counted = woken;
        }
        long waited = (long) ((woken - looked) * Math.max(crowd.waiting(), starved));
        record(woken, Math.max(late, waited));
        looked = woken;
        late = 0;
      }
    }
  }

  private void record(long t, long nanos) {
    if (nanos > Naps.LATE) {
      Detail detail = Detail.named(Sleeps.ASLEEP, Long.toString(nanos / 1_000));
      record.accept(new Event(t, Sleeps.SEGMENT, "", "", EventKind.FAULT, detail));
    }
  }

  /** Ends; nothing is recorded after it. */
  @Override
  public void close() {
    over = true;
    try {
      thread.join(JOIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
