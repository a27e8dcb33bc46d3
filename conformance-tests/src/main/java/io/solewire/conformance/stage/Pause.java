package io.solewire.conformance.stage;

import io.solewire.record.CaseRecord;
import io.solewire.result.Sleeps;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * How a script waits: for a moment it keeps its share of the machine, because most answers come at
 * once; for longer it gives it back, so that others can race meanwhile. Where the machine had no
 * time for the harness it waits longer by as much, so that what it waited for in vain can be held
 * against the server. Immutable.
 *
 * @param record what is waited for is seen in it
 * @param machine shared with other cases
 * @param sleeps when the machine had no time
 */
record Pause(CaseRecord record, QuietMachine machine, Sleeps sleeps) {

  private static final Duration MOMENT = Duration.ofMillis(50);

  /** Nobody waits longer than so many times what was asked for. */
  private static final int MOST = 4;

  /** A tenth of what was slept is waited more, so that lateness is more than that. */
  private static final int TENTH = 10;

  /** Waits until something is so; false if it was not in time. */
  boolean until(BooleanSupplier condition, Duration bound) {
    if (bound.compareTo(MOMENT) <= 0) {
      return record.await(condition, bound);
    }
    return record.await(condition, MOMENT)
        || machine.waiting(() -> patiently(condition, bound.minus(MOMENT)));
  }

  private boolean patiently(BooleanSupplier condition, Duration bound) {
    long begin = record.clock().nanos();
    boolean seen = false;
    long left = bound.toNanos();
    while (!seen && left > 0) {
      seen = record.await(condition, Duration.ofNanos(left));
      long now = record.clock().nanos();
      left = end(begin, bound, now) - now;
    }
    return seen;
  }

  /** Until when to wait, as far as it is known now. */
  private long end(long begin, Duration bound, long now) {
    long slept = sleeps.during(begin, now);
    long last = begin + bound.multipliedBy(MOST).toNanos();
    return Math.min(begin + bound.toNanos() + slept + slept / TENTH, last);
  }

  /**
   * Looks until something is as it should be; the last look begins when the time is over. Nobody
   * races meanwhile.
   */
  <T> T look(Supplier<T> look, Predicate<T> enough, Duration bound) {
    long begin = record.clock().nanos();
    long now = begin;
    T seen = look.get();
    while (!enough.test(seen) && now < end(begin, bound, now)) {
      record.await(() -> false, MOMENT);
      now = record.clock().nanos();
      seen = look.get();
    }
    return seen;
  }
}
