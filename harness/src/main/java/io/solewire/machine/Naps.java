package io.solewire.machine;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How late a thread that naps again and again is back from each nap: it was woken late, or had no
 * processor while it was awake, or waited for a lock whose owner had none. Its own work makes it
 * not late. For one thread.
 */
final class Naps {

  /** Being late by more than this counts. */
  static final long LATE = TimeUnit.MILLISECONDS.toNanos(2);

  private final long length;
  private final LongSupplier clock;
  private final LongSupplier worked;
  private long before;
  private long workedBefore;

  /**
   * Begins to nap.
   *
   * @param length of a nap, in nanoseconds
   * @param clock nanoseconds
   * @param worked what processors have worked for this thread, in nanoseconds
   */
  Naps(long length, LongSupplier clock, LongSupplier worked) {
    this.length = length;
    this.clock = clock;
    this.worked = worked;
    this.before = clock.getAsLong();
    this.workedBefore = worked.getAsLong();
  }

  /**
   * To be called after each nap.
   *
   * @return how much later it is since the last call than a nap and the thread's own work explain,
   *     in nanoseconds; 0 if that is little
   */
  long late() {
    long now = clock.getAsLong();
    long work = worked.getAsLong();
    long late = now - before - length - (work - workedBefore);
    before = now;
    workedBefore = work;
    return late > LATE ? late : 0;
  }
}
