package io.solewire.load.gate;

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
}
