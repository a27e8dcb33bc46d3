package io.solewire.load.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ratios, their intervals, and what could have been shown. */
class PairedTest {

  private static final double CHANCE = 0.05;

  private static double[] ratios(double... logs) {
    return DoubleStream.of(logs).map(Math::exp).toArray();
  }

  /** The interval's error without that of processes, by hand. */
  private static double error(Paired paired, double quantile) {
    double half = Math.log(paired.high() / paired.low()) / 2 / quantile;
    return Math.sqrt(half * half - Paired.OF_PROCESSES * Paired.OF_PROCESSES);
  }

  @Test
  void ofFewRoundsItIsStudentsIntervalOfTheLogarithms() {
    Paired paired = Paired.of(ratios(0.1, 0.3, 0.2, 0.5, 0.4), CHANCE);
    assertEquals(Math.exp(0.3), paired.ratio(), 1e-12);
    // sd sqrt(0.025), over sqrt(5); t(4, 97.5 %) = 2.7764 of any table
    assertEquals(Math.sqrt(0.025 / 5), error(paired, 2.7764), 1e-5);
    assertEquals(paired.ratio() * paired.ratio(), paired.low() * paired.high(), 1e-12);
  }

  @Test
  void ofTenRoundsTheOutermostAreTrimmedHoweverFarTheyAre() {
    double[] logs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    Paired near = Paired.of(ratios(logs), CHANCE);
    logs[9] = 400;
    logs[0] = -400;
    Paired far = Paired.of(ratios(logs), CHANCE);
    assertEquals(near.low(), far.low(), 1e-9);
    assertEquals(near.high() / far.high(), 1, 1e-9);
    // winsorized 1 1 2 3 4 5 6 7 8 8: squares 66.5, over 8 * 7; t(7, 97.5 %) = 2.3646
    assertEquals(Math.sqrt(66.5 / 56), error(near, 2.3646), 1e-4);
  }

  @Test
  void oneThatStandsOutAmongFewMakesItWideAndNoDifference() {
    Paired paired = Paired.of(ratios(0.01, -0.01, 0.0, 0.02, 1.6), 0.001);
    assertTrue(paired.low() < 1 && paired.high() > 5, paired.low() + " to " + paired.high());
  }

  @Test
  void noNumberOfEqualRoundsShowsWhatTwoProcessesDifferBy() {
    double[] equal = new double[1_000];
    Arrays.fill(equal, 1.05);
    assertTrue(Paired.of(equal, 0.001).low() < 1);
    Arrays.fill(equal, 1.12);
    assertTrue(Paired.of(equal, 0.001).low() > 1);
  }

  @Test
  void theSmallestFactorIsShownInAboutNineOfTen() {
    Random random = new Random(5);
    int tries = 2_000;
    double[] smallest =
        DoubleStream.generate(() -> Paired.of(noise(random, 0, 20), 0.001).smallest())
            .limit(tries)
            .sorted()
            .toArray();
    double shift = Math.log(smallest[tries / 2]);
    long shown =
        IntStream.range(0, tries)
            .filter(i -> Paired.of(noise(random, shift, 20), 0.001).low() > 1)
            .count();
    assertEquals(0.9, shown / (double) tries, 0.04);
  }

  private static double[] noise(Random random, double shift, int rounds) {
    return DoubleStream.generate(() -> Math.exp(shift + 0.3 * random.nextGaussian()))
        .limit(rounds)
        .toArray();
  }

  @Test
  void soManyRoundsAreNeededThatTheFactorIsTheSmallest() {
    Random random = new Random(6);
    Paired paired = Paired.of(noise(random, 0, 10), 0.001);
    assertTrue(paired.smallest() > 1.3);
    int needed = paired.roundsFor(1.3);
    assertTrue(needed > 30 && needed < 120, "needed " + needed);
    assertEquals(10, paired.roundsFor(paired.smallest() * 1.001));
    assertEquals(1_000, paired.roundsFor(1.01), "never");
  }
}
