package io.solewire.simulation.takeover;

import io.solewire.history.Event;
import io.solewire.history.EventLog;
import io.solewire.history.RunClock;
import io.solewire.load.LoadJudge;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Writes and judges the history on a thread of its own, so that the event loops only hand events
 * over. Events may be handed over from any thread. If it cannot keep up with the bounded queue, or
 * with what is left in it at the end, the history ends there: with holes in it, it would accuse.
 * What comes later is lost, which the result says.
 */
final class Scribe implements AutoCloseable {

  /** So many events may wait. */
  static final int CAPACITY = 2_000_000;

  private static final int BATCH = 10_000;
  private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long FLUSH_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** At the end, what waits is written and judged for so long. */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Duration ONE_EVENT = Duration.ofSeconds(10);

  private final Queue<Event> queue = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();
  private final EventLog log;
  private final LoadJudge judge;
  private final RunClock clock;
  private final Duration patience;
  private final Thread thread = new Thread(this::work, "solewire-scribe");
  private volatile boolean over;
  private volatile boolean cut;
  private volatile Throwable failure;

  Scribe(EventLog log, LoadJudge judge, RunClock clock, Duration patience) {
    this.log = log;
    this.judge = judge;
    this.clock = clock;
    this.patience = patience;
    thread.setDaemon(true);
    thread.start();
  }

  void take(Event event) {
    if (lost.get() > 0) {
      lost.incrementAndGet();
    } else if (waiting.incrementAndGet() > CAPACITY) {
      waiting.decrementAndGet();
      lost.incrementAndGet();
    } else {
      queue.add(event);
    }
  }

  /** How many events found no room, or no time. */
  int lost() {
    return lost.get();
  }

  /** How many events wait to be written and judged. */
  int backlog() {
    return waiting.get();
  }

  private void work() {
    long flushed = System.nanoTime();
    try {
      while (!cut) {
        boolean last = over;
        boolean busy = drain();
        long now = System.nanoTime();
        if (now - flushed > FLUSH_NANOS) {
          log.flush();
          flushed = now;
        }
        if (last && !busy) {
          return;
        }
        if (!busy) {
          LockSupport.parkNanos(IDLE_NANOS);
        }
      }
    } catch (RuntimeException | Error e) {
      failure = e;
    }
  }

  private boolean drain() {
    boolean busy = false;
    for (int i = 0; i < BATCH && !cut; i++) {
      Event event = queue.poll();
      if (event == null) {
        return busy;
      }
      busy = true;
      waiting.decrementAndGet();
      log.write(event);
      judge(event);
    }
    return busy;
  }

  /** What cannot be judged is written all the same. */
  private void judge(Event event) {
    if (failure == null) {
      try {
        judge.accept(event);
      } catch (RuntimeException e) {
        failure = e;
      }
    }
  }

  RunClock clock() {
    return clock;
  }

  /** Why the history is not whole, but for what was lost. */
  Optional<String> problem() {
    return failure == null
        ? log.problem()
        : Optional.of("the history could not be judged: " + failure);
  }

  /** Waits until everything was written and judged, or too long. */
  @Override
  public void close() {
    over = true;
    if (!ended(patience)) {
      cut = true;
      if (!ended(ONE_EVENT) && failure == null) {
        failure = new IllegalStateException("one event took longer than " + ONE_EVENT);
      }
      lost.addAndGet(waiting.getAndSet(0));
    }
    log.close();
  }

  private boolean ended(Duration within) {
    try {
      thread.join(within.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !thread.isAlive();
  }
}
