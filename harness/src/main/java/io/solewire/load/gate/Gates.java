package io.solewire.load.gate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The gates of a load. Stateless. */
public final class Gates {

  private static final String VIOLATIONS = "violations";
  private static final String DEFAULT = VIOLATIONS + " == 0";

  private Gates() {}

  /**
   * Reads gates. An expression that is given twice counts once.
   *
   * @param expressions in any number, see {@link Gate#parse}
   * @return the gates in their order, then {@code violations == 0} unless one of them is about
   *     violations; unmodifiable
   * @throws GateException if any is no gate, with the problem of each of them
   */
  public static List<Gate> parse(List<String> expressions) {
    Map<String, Gate> gates = new LinkedHashMap<>();
    Set<String> problems = new LinkedHashSet<>();
    for (String expression : expressions) {
      try {
        Gate gate = Gate.parse(expression);
        gates.putIfAbsent(gate.expression(), gate);
      } catch (GateException e) {
        problems.addAll(e.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new GateException(new ArrayList<>(problems));
    }
    if (gates.values().stream().noneMatch(gate -> gate.path().equals(VIOLATIONS))) {
      gates.put(DEFAULT, Gate.parse(DEFAULT));
    }
    return List.copyOf(gates.values());
  }

  /**
   * Finds gates that no number can hold.
   *
   * @param gates in any number
   * @param baseline an earlier run's numbers by their paths; a gate that asks for one that is not
   *     there is passed over
   * @return one sentence for each gate or group of gates; each names the gates and says why
   */
  public static List<String> contradictions(List<Gate> gates, Map<String, BigDecimal> baseline) {
    return Contradictions.in(gates, baseline);
  }
}
