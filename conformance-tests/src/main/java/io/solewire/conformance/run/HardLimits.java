package io.solewire.conformance.run;

import io.solewire.conformance.stage.Budget;
import java.time.Duration;

/**
 * When a run goes on without what does not end. Immutable.
 *
 * @param ofCase a case that works longer is interrupted
 * @param margin a run in which no case has ended for {@code ofCase} and this is given up
 * @param afterInterrupt how long what was interrupted may take to end
 */
record HardLimits(Duration ofCase, Duration margin, Duration afterInterrupt) {

  private static final Duration MARGIN = Duration.ofSeconds(15);
  private static final Duration AFTER_INTERRUPT = Duration.ofSeconds(10);

  static HardLimits of(Budget budget) {
    return new HardLimits(Duration.ofSeconds(budget.bound(120, 900)), MARGIN, AFTER_INTERRUPT);
  }

  /** No case has ended for so long: some are stuck. */
  Duration standstill() {
    return ofCase.plus(margin);
  }
}
