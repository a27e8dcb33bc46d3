package io.solewire.load.gate;

import java.math.BigDecimal;

/**
 * What a gate compares a value with: a number, or a multiple of the same number of an earlier run,
 * the baseline, with something added to it. Immutable.
 *
 * @param factor what the baseline is multiplied by; 0 if there is no baseline in it
 * @param addition microseconds if the metric is a time, else a plain number; never negative
 */
public record Threshold(BigDecimal factor, BigDecimal addition) {

  /** One that is a number. */
  static Threshold of(BigDecimal number) {
    return new Threshold(BigDecimal.ZERO, number);
  }

  /** True if it is known only together with an earlier run. */
  public boolean isRelative() {
    return factor.signum() != 0;
  }

  /**
   * Makes a number of it.
   *
   * @param baseline the earlier run's number, in the unit of the addition
   * @return the limit in that unit, without rounding
   */
  public BigDecimal at(BigDecimal baseline) {
    return factor.multiply(baseline).add(addition);
  }
}
