package io.solewire.load.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Gates that no number can hold. */
class ContradictionsTest {

  private static final Map<String, BigDecimal> BASELINE =
      Map.of("eviction.p99", BigDecimal.valueOf(1_400), "rate", new BigDecimal("980.25"));
  private static final int TRIES = 4_000;

  @ParameterizedTest(name = "{0} with {1}")
  @CsvSource(
      delimiterString = "=>>",
      textBlock =
          """
          eviction.p99 < 5 ms    =>> eviction.p99 > 10 ms
          eviction.p99 < 5 ms    =>> eviction.p99 >= 5 ms
          errors == 3            =>> errors != 3
          errors == 3            =>> errors == 4
          violations == 0        =>> violations > 0
          takeovers > 3          =>> takeovers < 4
          eviction.p99 > 1 us    =>> eviction.p99 < 2 us
          rate < 980             =>> rate > 981
          generator.cpu < 0.5    =>> generator.cpu >= 0.5
          """)
  void areNamedBoth(String one, String other) {
    String path = Gate.parse(one).path();
    assertEquals(
        List.of(
            "gates '"
                + one
                + "' and '"
                + other
                + "': no number can hold them together: expected gates that one "
                + path
                + " can hold"),
        contradictions(one, other));
  }

  @Test
  void areNamedWithTheLimitsThatFollowFromABaseline() {
    assertEquals(
        List.of(
            "gates 'eviction.p99 < 0.9 * baseline' (1.26 ms) and 'eviction.p99 > 1.1 * baseline'"
                + " (1.54 ms): no number can hold them together: expected gates that one"
                + " eviction.p99 can hold",
            "gates 'rate >= baseline' (980.25) and 'rate < 980': no number can hold them together:"
                + " expected gates that one rate can hold"),
        contradictions(
            "eviction.p99 < 0.9 * baseline",
            "eviction.p99 > 1.1 * baseline",
            "rate >= baseline",
            "rate < 980",
            "errors < 2 * baseline"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = "=>>",
      textBlock =
          """
          errors < 0            =>> a count, a whole number from 0 up,
          takeovers == 0.5      =>> a count, a whole number from 0 up,
          rate < 0              =>> a rate per second, from 0 up,
          generator.cpu > 1     =>> a share from 0 to 1
          eviction.p99 < 0 ms   =>> a latency, whole microseconds from 0 up,
          eviction.p99 == 1 ns  =>> a latency, whole microseconds from 0 up,
          """)
  void areSaidOfOneGateThatCanNeverHold(String text, String possible) {
    assertEquals(
        List.of(
            "gate '"
                + text
                + "': it can never hold: expected something that "
                + possible
                + " can be"),
        contradictions(text, text.replaceFirst("[<>=]+.*", ">= 0" + unit(text))));
  }

  private static String unit(String text) {
    return text.startsWith("eviction") ? " ms" : "";
  }

  @Test
  void areFoundAmongThreeOfWhichEachTwoCanHold() {
    assertEquals(
        List.of(
            "gates 'errors <= 1' and 'errors != 0' and 'errors != 1': no number can hold them"
                + " together: expected gates that one errors can hold"),
        contradictions("errors <= 1", "errors != 0", "errors != 1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eviction.p99 < 5 ms; eviction.p99 < 10 ms; eviction.p99 >= 0 ms",
        "eviction.p99 <= 5 ms; eviction.p99 >= 5 ms",
        "eviction.p99 < 5 ms; eviction.p50 > 10 ms",
        "errors == 3; errors != 4; errors == 3",
        "rate > 980; rate < 980.001",
        "generator.cpu >= 1; generator.cpu != 0.9",
        "eviction.p99 >= baseline; eviction.p99 <= 1.4 ms"
      })
  void areNotSeenWhereANumberHoldsAll(String gates) {
    assertEquals(List.of(), contradictions(gates.split("; ")));
  }

  /** Limits of quarters from 0 to 2.5, numbers of eighths from 0 to 4. */
  @ParameterizedTest
  @ValueSource(strings = {"errors", "rate", "generator.cpu", "eviction.p99"})
  void areFoundIfAndOnlyIfNoNumberOfAGridHoldsAll(String path) {
    SplittableRandom random = new SplittableRandom(path.hashCode());
    int found = 0;
    for (int i = 0; i < TRIES; i++) {
      List<Gate> gates = new ArrayList<>();
      for (int n = random.nextInt(1, 4); n > 0; n--) {
        gates.add(any(path, random));
      }
      boolean possible = IntStream.rangeClosed(0, 32).anyMatch(eighths -> holds(gates, eighths));
      List<String> contradictions = Gates.contradictions(gates, Map.of());
      assertEquals(possible, contradictions.isEmpty(), () -> gates + ": " + contradictions);
      found += possible ? 0 : 1;
    }
    assertEquals(true, found > TRIES / 20 && found < TRIES * 19 / 20, "both sorts: " + found);
  }

  private static Gate any(String path, SplittableRandom random) {
    Operator[] operators = Operator.values();
    double most = path.equals("generator.cpu") ? 1 : 2.5;
    double number = random.nextInt((int) (most * 4) + 1) / 4.0;
    String unit = path.startsWith("eviction") ? " us" : "";
    String operator = operators[random.nextInt(operators.length)].text();
    return Gate.parse(path + " " + operator + " " + number + unit);
  }

  private static boolean holds(List<Gate> gates, int eighths) {
    Gate first = gates.get(0);
    boolean whole = first.path().equals("errors") || first.path().startsWith("eviction");
    boolean none = whole && eighths % 8 != 0 || first.path().equals("generator.cpu") && eighths > 8;
    BigDecimal value = BigDecimal.valueOf(eighths / 8.0);
    return !none
        && gates.stream().allMatch(g -> g.operator().holds(value, g.limit(Map.of()).orElseThrow()));
  }

  private static List<String> contradictions(String... gates) {
    return Gates.contradictions(Arrays.stream(gates).map(Gate::parse).toList(), BASELINE);
  }
}
