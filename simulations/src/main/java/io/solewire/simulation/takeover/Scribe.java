package io.solewire.simulation.takeover;

import io.solewire.history.Event;
import io.solewire.history.EventLog;
import io.solewire.history.RunClock;
import io.solewire.load.LoadJudge;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Writes and judges the history on a thread of its own, so that the event loops only hand events
 * over. Events may be handed over from any thread. If it cannot keep up with the bounded queue,
 * events are lost, which the result says: such a history proves nothing.
 */
final class Scribe implements AutoCloseable {

  /** So many events may wait. */
  static final int CAPACITY = 2_000_000;

  private static final int BATCH = 10_000;
  private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long FLUSH_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long PATIENCE_MILLIS = TimeUnit.SECONDS.toMillis(120);

  private final Queue<Event> queue = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();
  private final EventLog log;
  private final LoadJudge judge;
  private final RunClock clock;
  private final Thread thread = new Thread(this::work, "solewire-scribe");
  private volatile boolean over;
  private volatile Throwable failure;

  Scribe(EventLog log, LoadJudge judge, RunClock clock) {
    this.log = log;
    this.judge = judge;
    this.clock = clock;
    thread.setDaemon(true);
    thread.start();
  }

  void take(Event event) {
    if (waiting.incrementAndGet() > CAPACITY) {
      waiting.decrementAndGet();
      lost.incrementAndGet();
    } else {
      queue.add(event);
    }
  }

  /** How many events found no room. */
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
      while (true) {
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
    for (int i = 0; i < BATCH; i++) {
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

  /** Why the history is not whole. */
  Optional<String> problem() {
    if (failure != null) {
      return Optional.of("the history could not be judged: " + failure);
    }
    return lost.get() > 0
        ? Optional.of(lost.get() + " events were lost: the recording thread could not keep up")
        : log.problem();
  }

  /** Waits until everything was written and judged. */
  @Override
  public void close() {
    over = true;
    try {
      thread.join(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    log.close();
  }
}
