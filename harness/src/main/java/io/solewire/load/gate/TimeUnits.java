package io.solewire.load.gate;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** The units that gates write times with. Stateless. */
final class TimeUnits {

  /** What is expected of one, for messages. */
  static final String EXPECTED = "ns, us, µs, ms or s";

  /** By name, how many powers of ten above a microsecond. Unicode has two letters for micro. */
  private static final Map<String, Integer> POWERS =
      Map.of("ns", -3, "us", 0, "\u00b5s", 0, "\u03bcs", 0, "ms", 3, "s", 6);

  private TimeUnits() {}

  /** As microseconds, without rounding; empty if there is no such unit. */
  static Optional<BigDecimal> micros(BigDecimal number, String unit) {
    return Optional.ofNullable(POWERS.get(unit)).map(number::scaleByPowerOfTen);
  }

  /** What a unit in the wrong case was meant to be, as the end of a message. */
  static String suggestion(String typed) {
    return POWERS.keySet().stream()
        .filter(unit -> unit.equalsIgnoreCase(typed))
        .findFirst()
        .map(unit -> "; units are case-sensitive, did you mean " + unit + "?")
        .orElse("");
  }
}
