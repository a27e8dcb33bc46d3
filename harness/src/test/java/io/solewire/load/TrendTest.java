package io.solewire.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.result.Drift;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as drift; seeds are fixed. */
class TrendTest {

  private static Drift.Change change(IntToDoubleFunction part) {
    List<Double> parts = IntStream.range(0, Trend.PARTS).mapToDouble(part).boxed().toList();
    return Trend.of(parts).orElseThrow();
  }

  @Test
  void whatRisesAllTheTimeDrifts() {
    Drift.Change change = change(i -> 100 + 10 * i);
    assertTrue(change.trend());
    assertEquals(285.0 / 105, change.drift(), 1e-9);
  }

  @Test
  void whatFallsDriftsBelowOne() {
    Drift.Change change = change(i -> 300 - 10 * i);
    assertTrue(change.trend());
    assertEquals(115.0 / 295, change.drift(), 1e-9);
  }

  @Test
  void whatIsLevelDoesNot() {
    Drift.Change change = change(i -> 100);
    assertFalse(change.trend());
    assertEquals(1, change.drift());
  }

  @Test
  void oneBadMinuteAtTheEndIsNoDrift() {
    Drift.Change change = change(i -> i < 18 ? 100 + i % 3 : 900);
    assertTrue(change.ratio() > 8, "the last tenth is far above the first");
    assertEquals(1, change.drift());
  }

  @Test
  void noiseIsCalledADriftInOneOfAThousand() {
    Random random = new Random(7);
    int runs = 20_000;
    long called =
        IntStream.range(0, runs)
            .filter(run -> change(i -> Math.exp(random.nextGaussian())).trend())
            .count();
    assertTrue(called < runs * .0015, called + " of " + runs);
    assertTrue(called > 0, "the test is no wall");
  }

  @Test
  void aRiseUnderNoiseIsSeen() {
    Random random = new Random(7);
    long called =
        IntStream.range(0, 1_000)
            .filter(
                run -> change(i -> (1 + i / 20.0) * Math.exp(0.1 * random.nextGaussian())).trend())
            .count();
    assertTrue(called > 900, called + " of 1000");
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 10, 12, 15})
  void aStepUnderNoiseIsSeenWheneverItComes(int when) {
    Random random = new Random(7);
    long called =
        IntStream.range(0, 1_000)
            .filter(
                run -> {
                  Drift.Change change =
                      change(i -> (i < when ? 1 : 10) * Math.exp(0.05 * random.nextGaussian()));
                  return change.drift() > 5;
                })
            .count();
    assertTrue(called > 950, called + " of 1000");
  }

  @Test
  void whatIsNotWholeSaysNothing() {
    assertEquals(Optional.empty(), Trend.of(List.of(1.0, 2.0)));
    assertEquals(
        Optional.empty(),
        Trend.of(IntStream.range(0, 20).mapToDouble(i -> i).boxed().map(d -> 0.0).toList()));
  }
}
