package io.solewire.load.gate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds gates that no number can hold: alone, two at a time, or all of one metric together.
 * Stateless.
 */
final class Contradictions {

  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private Contradictions() {}

  /**
   * Looks at all gates.
   *
   * @param gates in any number; those that ask for a baseline that is not there are passed over
   * @param baseline an earlier run's numbers by their paths
   * @return one sentence for each contradiction; none if there are numbers that hold them all
   */
  static List<String> in(List<Gate> gates, Map<String, BigDecimal> baseline) {
    Map<String, List<Bound>> byPath =
        gates.stream()
            .filter(gate -> gate.limit(baseline).isPresent())
            .map(gate -> new Bound(gate, gate.limit(baseline).get()))
            .collect(Collectors.groupingBy(b -> b.gate().path()));
    List<String> found = new ArrayList<>();
    gates.stream()
        .map(Gate::path)
        .distinct()
        .filter(byPath::containsKey)
        .forEach(path -> of(byPath.get(path), found));
    return found;
  }

  /** A gate whose limit is known. */
  private record Bound(Gate gate, BigDecimal limit) {

    boolean holds(BigDecimal value) {
      return gate.operator().holds(value, limit);
    }

    /** As it was typed, with its limit where that is not typed. */
    String words() {
      String shown = Text.quoted(gate.expression());
      return gate.threshold().isRelative()
          ? shown + " (" + Value.limit(limit, gate.kind(), limit).text() + ")"
          : shown;
    }
  }

  private static void of(List<Bound> bounds, List<String> found) {
    int before = found.size();
    List<Bound> possible = new ArrayList<>();
    for (Bound bound : bounds) {
      if (holds(List.of(bound))) {
        possible.add(bound);
      } else {
        found.add(
            "gate "
                + bound.words()
                + ": it can never hold: expected something that "
                + bound.gate().kind().possible()
                + " can be");
      }
    }
    for (int i = 0; i < possible.size(); i++) {
      for (int j = i + 1; j < possible.size(); j++) {
        List<Bound> two = List.of(possible.get(i), possible.get(j));
        if (!holds(two)) {
          found.add(together(two));
        }
      }
    }
    if (found.size() == before && !holds(possible)) {
      found.add(together(possible));
    }
  }

  private static String together(List<Bound> bounds) {
    return "gates "
        + bounds.stream().map(Bound::words).collect(Collectors.joining(" and "))
        + ": no number can hold them together: expected gates that one "
        + bounds.get(0).gate().path()
        + " can hold";
  }

  /** True if there is a number that holds all of them: one of those around the limits would. */
  private static boolean holds(List<Bound> bounds) {
    Kind kind = bounds.get(0).gate().kind();
    TreeSet<BigDecimal> candidates = new TreeSet<>(List.of(BigDecimal.ZERO, kind.most()));
    bounds.forEach(bound -> candidates.add(bound.limit()));
    List<BigDecimal> limits = List.copyOf(candidates);
    for (int i = 0; i < limits.size(); i++) {
      if (kind.whole()) {
        BigDecimal below = limits.get(i).setScale(0, RoundingMode.FLOOR);
        for (int step = -bounds.size(); step <= bounds.size() + 1; step++) {
          candidates.add(below.add(BigDecimal.valueOf(step)));
        }
      } else if (i > 0) {
        candidates.add(limits.get(i - 1).add(limits.get(i)).divide(TWO));
      }
    }
    return candidates.stream()
        .filter(kind::takes)
        .anyMatch(value -> bounds.stream().allMatch(bound -> bound.holds(value)));
  }
}
