package io.solewire.load.gate;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How a measured number reads for people. Stateless; the same in every locale. */
final class Value {

  private static final BigDecimal MILLI = BigDecimal.TEN.pow(3);

  /** From here on it would read 1000 ms. */
  private static final BigDecimal ALMOST_SECOND = BigDecimal.valueOf(999_950);

  private Value() {}

  /**
   * Rounds a number, but never across or onto what it is compared with.
   *
   * @param value microseconds if it is a time
   * @param kind what sort of number it is
   * @param threshold what it is compared with, in the same unit
   * @return such as {@code 312 µs}, {@code 2.1 ms}, {@code 1.5 s}, {@code 981.3}
   */
  static String shown(BigDecimal value, Kind kind, BigDecimal threshold) {
    if (!kind.timed()) {
      return rounded(value, 0, kind == Kind.SHARE || kind == Kind.RATIO ? 2 : 1, threshold);
    }
    if (value.compareTo(MILLI) < 0) {
      return rounded(value, 0, 0, threshold) + " µs";
    }
    return value.compareTo(ALMOST_SECOND) < 0
        ? rounded(value, 3, 1, threshold) + " ms"
        : rounded(value, 6, 1, threshold) + " s";
  }

  private static String rounded(BigDecimal value, int power, int decimals, BigDecimal threshold) {
    BigDecimal exact = value.scaleByPowerOfTen(-power);
    BigDecimal limit = threshold.scaleByPowerOfTen(-power);
    for (int scale = decimals; scale < exact.scale(); scale++) {
      BigDecimal shorter = exact.setScale(scale, RoundingMode.HALF_UP);
      if (shorter.compareTo(limit) == exact.compareTo(limit)) {
        return plain(shorter);
      }
    }
    return plain(exact);
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
