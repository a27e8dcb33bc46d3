package io.solewire.record;

import io.solewire.history.CaseFold;
import io.solewire.history.Detail;
import io.solewire.history.Event;
import io.solewire.history.EventKind;
import io.solewire.history.RunClock;
import io.solewire.history.Segment;
import io.solewire.history.UserTraces;
import io.solewire.judge.Faults;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * One case's part of the history while it is being made: events go to the segment first, then into
 * the fold that scripts wait on. Thread-safe; one lock per case.
 */
public final class CaseRecord implements Sink {

  private final Segment segment;
  private final RunClock clock;
  private final CaseFold fold = new CaseFold();
  private volatile String flooded;

  /**
   * Begins a case.
   *
   * @param segment where its events go
   * @param clock the run's clock
   */
  public CaseRecord(Segment segment, RunClock clock) {
    this.segment = segment;
    this.clock = clock;
  }

  @Override
  public void record(long t, String user, String conn, EventKind kind, Detail detail) {
    Event event = new Event(t, segment.caseId(), user, conn, kind, detail);
    synchronized (this) {
      segment.record(event);
      fold.accept(event);
      if (kind == EventKind.FAULT && Faults.FLOOD.equals(detail.name())) {
        flooded = conn + " of " + user + ": " + detail.text();
      }
      notifyAll();
    }
  }

  /**
   * Looks at the fold under its lock.
   *
   * @param look what to look at; must be quick
   * @return what it saw
   */
  public synchronized <T> T see(Function<CaseFold, T> look) {
    return look.apply(fold);
  }

  /**
   * Waits until something is so.
   *
   * @param condition looked at under the lock whenever something happens
   * @param bound how long to wait
   * @return false if it was not so in time
   * @throws CaseInterruptedException if interrupted, or if a server floods one of the connections
   */
  public synchronized boolean await(BooleanSupplier condition, Duration bound) {
    long deadline = System.nanoTime() + bound.toNanos();
    while (!condition.getAsBoolean()) {
      if (flooded != null) {
        throw new CaseInterruptedException(flooded);
      }
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      try {
        wait(left / 1_000_000, (int) (left % 1_000_000));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CaseInterruptedException("interrupted while waiting");
      }
    }
    return true;
  }

  /** One flooded connection ends the case, so that the others cost no more memory. */
  @Override
  public boolean isFull() {
    return flooded != null;
  }

  /** Which connection the server floods, if it does. */
  public synchronized Optional<String> flooded() {
    return Optional.ofNullable(flooded);
  }

  /** What the case's users did and saw so far. */
  public synchronized List<UserTraces> users() {
    return fold.users();
  }

  @Override
  public RunClock clock() {
    return clock;
  }
}
