package io.solewire.load.compare;

import static io.solewire.load.compare.Compared.EVICTION_P99;
import static io.solewire.load.compare.Compared.EVICTION_RATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.result.Versus;
import io.solewire.result.Versus.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What follows from rounds told by hand: every metric is 1,000 but where it is said. */
class ComparisonTest {

  private static final IntToDoubleFunction LEVEL = round -> 1_000;

  private static Slot slot(Compared special, double value, String doubt) {
    Map<Compared, Double> values = new EnumMap<>(Compared.class);
    Map<Compared, Long> counts = new EnumMap<>(Compared.class);
    for (Compared compared : Compared.values()) {
      values.put(compared, compared == special ? value : 1_000);
      counts.put(compared, 5_000L);
    }
    return new Slot(values, counts, doubt);
  }

  private static List<Slot> slots(int rounds, Compared special, IntToDoubleFunction value) {
    return new ArrayList<>(
        IntStream.range(0, rounds)
            .mapToObj(round -> slot(special, value.applyAsDouble(round), ""))
            .toList());
  }

  private static Versus compared(int rounds, Compared special, IntToDoubleFunction b) {
    return Comparison.of("new", slots(rounds, special, LEVEL), slots(rounds, special, b));
  }

  private static Versus.Ratio metric(Versus versus, Compared compared) {
    return versus.ratios().get(compared.ordinal());
  }

  @Test
  void whatIsSlowerInAllRoundsIsARegressionOfThatMetricAndOfTheWhole() {
    Versus versus = compared(12, EVICTION_P99, round -> 1_300 + 40 * (round % 3 - 1));
    Versus.Ratio p99 = metric(versus, EVICTION_P99);
    assertEquals(Verdict.REGRESSION, p99.verdict());
    assertEquals(Verdict.REGRESSION, versus.verdict());
    assertEquals(1.3, p99.ratio(), 0.01);
    assertTrue(p99.low() > 1.1 && p99.high() < 1.55, p99.toString());
    assertEquals(List.of(1_000.0, 1_300.0), List.of(p99.reference(), p99.target()));
    assertEquals(Verdict.NO_DIFFERENCE, metric(versus, Compared.ADMISSION_P99).verdict());
    assertNull(versus.reason());
  }

  @Test
  void whatIsFasterIsAnImprovement() {
    assertEquals(Verdict.IMPROVEMENT, compared(12, EVICTION_P99, round -> 700).verdict());
  }

  @Test
  void ofTheRateMoreIsBetter() {
    assertEquals(Verdict.REGRESSION, compared(12, EVICTION_RATE, round -> 700).verdict());
    assertEquals(Verdict.IMPROVEMENT, compared(12, EVICTION_RATE, round -> 1_400).verdict());
  }

  @Test
  void whatIsWorseInOneWayIsNotMadeUpForByWhatIsBetterInAnother() {
    List<Slot> b = new ArrayList<>();
    for (int round = 0; round < 12; round++) {
      Map<Compared, Double> values = new EnumMap<>(slot(EVICTION_P99, 1_500, "").values());
      values.put(Compared.EVICTION_P50, 500.0);
      b.add(new Slot(values, Map.of(), ""));
    }
    assertEquals(
        Verdict.REGRESSION, Comparison.of("new", slots(12, EVICTION_P99, LEVEL), b).verdict());
  }

  @Test
  void whatDiffersByLessThanTwoProcessesOfOneBuildIsNoDifference() {
    Versus versus = compared(40, EVICTION_P99, round -> 1_070);
    assertEquals(Verdict.NO_DIFFERENCE, versus.verdict());
    double smallest = metric(versus, EVICTION_P99).smallest();
    assertTrue(smallest > 1.1 && smallest < 1.2, "smallest " + smallest);
  }

  @Test
  void anEffectUnderTheNoiseIsInconclusiveAndSaysHowManyRoundsItTakes() {
    Versus versus = compared(8, EVICTION_P99, round -> round % 2 == 0 ? 2_000 : 700);
    assertEquals(Verdict.INCONCLUSIVE, versus.verdict());
    assertTrue(versus.reason().startsWith("eviction.p99: between "), versus.reason());
    assertTrue(versus.reason().matches(".*about \\d+ rounds as noisy as these.*"), versus.reason());
    assertNotNull(metric(versus, EVICTION_P99).ratio());
  }

  @Test
  void fewerThanFiveRoundsShowNothingHoweverMuchTheyDiffer() {
    Versus versus = compared(4, EVICTION_P99, round -> 9_000);
    assertEquals(Verdict.INCONCLUSIVE, versus.verdict());
    assertTrue(versus.reason().contains("4 of 4 rounds count, expected at least 5"));
    assertNull(metric(versus, EVICTION_P99).ratio());
    assertEquals(Verdict.REGRESSION, compared(5, EVICTION_P99, round -> 9_000).verdict());
  }

  @Test
  void roundsWithoutTheirLoadAreLeftOutAndOfTooManyNothingFollows() {
    List<Slot> a = slots(12, EVICTION_P99, LEVEL);
    List<Slot> b = slots(12, EVICTION_P99, round -> 1_500);
    a.set(3, slot(EVICTION_P99, 900_000, "generator: 5/s of 100/s were started"));
    Versus one = Comparison.of("new", a, b);
    assertEquals(11, one.rounds());
    assertEquals(Verdict.REGRESSION, one.verdict());
    assertEquals(
        List.of(new Versus.Left(3, "generator: 5/s of 100/s were started", "")), one.left());
    for (int round = 5; round < 9; round++) {
      b.set(round, slot(EVICTION_P99, 1_500, "70 newcomers were not admitted"));
    }
    Versus many = Comparison.of("new", a, b);
    assertEquals(Verdict.INCONCLUSIVE, many.verdict());
    assertTrue(many.reason().contains("7 of 12 rounds count"), many.reason());
    assertTrue(many.reason().contains("round 4, reference: generator: 5/s"), many.reason());
  }

  @Test
  void whereAPercentileHasTooFewSamplesItSaysHowManyItNeeds() {
    List<Slot> few = new ArrayList<>();
    for (int round = 0; round < 12; round++) {
      Map<Compared, Double> values = new EnumMap<>(slot(EVICTION_P99, 1, "").values());
      values.remove(EVICTION_P99);
      few.add(new Slot(values, Map.of(EVICTION_P99, 300L), ""));
    }
    Versus versus = Comparison.of("new", slots(12, EVICTION_P99, LEVEL), few);
    assertEquals(Verdict.INCONCLUSIVE, versus.verdict());
    assertTrue(
        versus.reason().contains("a slot needs 1000 samples, one has 300: raise --rate"),
        versus.reason());
    assertEquals(Verdict.NO_DIFFERENCE, metric(versus, Compared.EVICTION_P90).verdict());
  }

  @Test
  void sidesOfUnequalLengthAreRefused() {
    List<Slot> a = slots(5, EVICTION_P99, LEVEL);
    List<Slot> b = slots(6, EVICTION_P99, LEVEL);
    String message =
        assertThrows(IllegalArgumentException.class, () -> Comparison.of("new", a, b)).getMessage();
    assertEquals("the reference has 5 rounds, the target 6: expected as many", message);
  }
}
