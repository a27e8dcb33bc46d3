package io.solewire.judge;

import java.util.Set;

/** Answers that speak of load and not of an older connection (RFC 6585, RFC 9110, IANA). */
final class BackPressure {

  private static final Set<Integer> NUMBERS = Set.of(429, 503, 1013);

  private BackPressure() {}

  /** True for an HTTP status or a close code of this kind. */
  static boolean is(Integer number) {
    return number != null && NUMBERS.contains(number);
  }
}
