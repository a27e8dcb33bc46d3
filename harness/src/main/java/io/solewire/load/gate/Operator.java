package io.solewire.load.gate;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** How a gate compares a value with its threshold. Numbers are compared exactly. */
public enum Operator {
  /** The value is below the threshold. */
  LESS("<", sign -> sign < 0),
  /** The value is the threshold or below it. */
  AT_MOST("<=", sign -> sign <= 0),
  /** The value is above the threshold. */
  MORE(">", sign -> sign > 0),
  /** The value is the threshold or above it. */
  AT_LEAST(">=", sign -> sign >= 0),
  /** The value is the threshold. */
  EQUAL("==", sign -> sign == 0),
  /** The value is anything but the threshold. */
  UNEQUAL("!=", sign -> sign != 0);

  /** What people write when they mean one of these. */
  private static final Map<String, Operator> SLIPS =
      Map.of(
          "=", EQUAL, "===", EQUAL, "=<", AT_MOST, "≤", AT_MOST, "=>", AT_LEAST, "≥", AT_LEAST,
          "<>", UNEQUAL, "!==", UNEQUAL, "≠", UNEQUAL);

  private final String text;
  private final IntPredicate holds;

  Operator(String text, IntPredicate holds) {
    this.text = text;
    this.holds = holds;
  }

  /**
   * How it is written.
   *
   * @return such as {@code <=}
   */
  public String text() {
    return text;
  }

  /**
   * Compares.
   *
   * @param value what was measured
   * @param threshold what it is compared with, in the same unit
   * @return true if the comparison holds; the scale of the numbers does not matter
   */
  public boolean holds(BigDecimal value, BigDecimal threshold) {
    return holds.test(value.compareTo(threshold));
  }

  static Optional<Operator> find(String text) {
    return Arrays.stream(values()).filter(o -> o.text.equals(text)).findFirst();
  }

  /** What a mistyped one was meant to be. */
  static Optional<Operator> meant(String typed) {
    String joined = typed.replace(" ", "");
    return find(joined).or(() -> Optional.ofNullable(SLIPS.get(joined)));
  }

  /** All of them, for messages. */
  static String all() {
    return Arrays.stream(values()).map(Operator::text).collect(Collectors.joining(" "));
  }
}
