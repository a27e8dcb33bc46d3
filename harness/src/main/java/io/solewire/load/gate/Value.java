package io.solewire.load.gate;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How a number reads for people; the same in every locale. Immutable.
 *
 * @param number what the text says: microseconds if it is a time
 * @param text such as {@code 312 µs}, {@code 2.1 ms}, {@code 1.5 s}, {@code 981.3}
 */
record Value(BigDecimal number, String text) {

  private static final BigDecimal MILLI = BigDecimal.TEN.pow(3);

  /** From here on it would read 1000 ms. */
  private static final BigDecimal ALMOST_SECOND = BigDecimal.valueOf(999_950);

  /** What numbers are compared with is worth more digits than what was measured. */
  private static final int LIMIT_DECIMALS = 3;

  /**
   * Rounds what was measured, but never across or onto what it is compared with.
   *
   * @param value microseconds if it is a time
   * @param kind what sort of number it is
   * @param threshold what it is compared with, in the same unit
   */
  static Value measured(BigDecimal value, Kind kind, BigDecimal threshold) {
    int power = power(value, kind);
    int decimals =
        kind.timed() ? power == 0 ? 0 : 1 : kind == Kind.SHARE || kind == Kind.RATIO ? 2 : 1;
    return rounded(value, power, decimals, threshold).with(kind, power);
  }

  /**
   * Rounds what a value is compared with, but never across or onto that value.
   *
   * @param limit microseconds if it is a time
   * @param kind what sort of number it is
   * @param value what is compared with it; itself if nothing is
   */
  static Value limit(BigDecimal limit, Kind kind, BigDecimal value) {
    int power = power(limit, kind);
    return rounded(limit, power, LIMIT_DECIMALS, value).with(kind, power);
  }

  private static int power(BigDecimal value, Kind kind) {
    if (!kind.timed() || value.compareTo(MILLI) < 0) {
      return 0;
    }
    return value.compareTo(ALMOST_SECOND) < 0 ? 3 : 6;
  }

  private Value with(Kind kind, int power) {
    if (!kind.timed()) {
      return this;
    }
    return new Value(number, text + (power == 0 ? " µs" : power == 3 ? " ms" : " s"));
  }

  private static Value rounded(BigDecimal value, int power, int decimals, BigDecimal other) {
    BigDecimal exact = value.scaleByPowerOfTen(-power);
    BigDecimal compared = other.scaleByPowerOfTen(-power);
    for (int scale = decimals; scale < exact.scale(); scale++) {
      BigDecimal shorter = exact.setScale(scale, RoundingMode.HALF_UP);
      if (shorter.compareTo(compared) == exact.compareTo(compared)) {
        return plain(shorter, power);
      }
    }
    return plain(exact, power);
  }

  private static Value plain(BigDecimal number, int power) {
    return new Value(number.scaleByPowerOfTen(power), number.stripTrailingZeros().toPlainString());
  }
}
