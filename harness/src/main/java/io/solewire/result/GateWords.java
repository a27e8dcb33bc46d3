package io.solewire.result;

import java.util.regex.Pattern;

/** How a gate's value reads for people. Stateless. */
public final class GateWords {

  private static final Pattern LEFT = Pattern.compile("^[^<>=!]*[<>=!]+ *");

  private GateWords() {}

  /**
   * The value, and what it was compared with where the expression does not say it.
   *
   * @param gate what came of a gate
   * @return such as {@code 1.9 ms} or {@code 1.9 ms against 1.15 * 1.4 ms = 1.61 ms}
   */
  public static String value(LoadResult.GateResult gate) {
    String measured = gate.value() == null ? "no samples" : gate.value();
    if (gate.baseline() == null || gate.limit() == null || gate.expression() == null) {
      return measured;
    }
    String right =
        LEFT.matcher(gate.expression()).replaceFirst("").replace("baseline", gate.baseline());
    return measured
        + " against "
        + right
        + (right.equals(gate.limit()) ? "" : " = " + gate.limit());
  }
}
