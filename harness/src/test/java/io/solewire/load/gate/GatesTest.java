package io.solewire.load.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class GatesTest {

  @Test
  void asksForNoViolationsUnlessToldOtherwise() {
    assertEquals(List.of("violations == 0"), texts());
    assertEquals(List.of("rate >= 980", "violations == 0"), texts("rate >= 980"));
    assertEquals(
        List.of("violations <= 5", "rate >= 980"), texts("violations <= 5", "rate >= 980"));
    assertEquals(List.of("violations==0"), texts("violations==0"));
  }

  @Test
  void keepsOneOfTheVerySameExpression() {
    assertEquals(
        List.of("rate >= 980", "rate>=980", "violations == 0"),
        texts("rate >= 980", "rate>=980", " rate  >= 980", "rate >= 980"));
  }

  @Test
  void tellsEveryProblemAtOnceAndEachOnce() {
    GateException e =
        assertThrows(
            GateException.class,
            () -> texts("rate >= x", "rate >= 980", "", "eviction.p99 < 5", "rate >= x"));
    assertEquals(
        List.of(
            "gate 'rate >= x': 'x' is no number: expected a plain number such as 50 or 1.5, without"
                + " sign, separators or exponent",
            "gate '': it is empty: expected a comparison such as eviction.p99 < 50 ms",
            "gate 'eviction.p99 < 5': eviction.p99 is a latency and the number has no unit:"
                + " expected ns, us, µs, ms or s, such as 5 ms"),
        e.problems());
    assertEquals(String.join("\n", e.problems()), e.getMessage());
  }

  @Test
  void givesAListThatNobodyChanges() {
    List<Gate> gates = Gates.parse(List.of());
    assertThrows(UnsupportedOperationException.class, gates::clear);
  }

  private static List<String> texts(String... expressions) {
    return Gates.parse(List.of(expressions)).stream().map(Gate::expression).toList();
  }
}
