package io.solewire.conformance.stage;

import io.solewire.record.CaseRecord;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * How a script waits: for a moment it keeps its share of the machine, because most answers come at
 * once; for longer it gives it back, so that others can race meanwhile. Immutable.
 *
 * @param record what is waited for is seen in it
 * @param machine shared with other cases
 */
record Pause(CaseRecord record, QuietMachine machine) {

  private static final Duration MOMENT = Duration.ofMillis(50);

  /** Waits until something is so; false if it was not in time. */
  boolean until(BooleanSupplier condition, Duration bound) {
    if (bound.compareTo(MOMENT) <= 0) {
      return record.await(condition, bound);
    }
    return record.await(condition, MOMENT)
        || machine.waiting(() -> record.await(condition, bound.minus(MOMENT)));
  }
}
