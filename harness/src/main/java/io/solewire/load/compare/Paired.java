package io.solewire.load.compare;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Ratios of paired numbers: mean of their logarithms, a tenth of them trimmed at each end, with
 * Student's t interval from the winsorized sum of squares (J. W. Tukey, D. H. McLaughlin, Sankhya A
 * 25, 1963). So up to a tenth of the rounds may be anything; of fewer than ten rounds none is
 * trimmed, and one that stands out widens the interval.
 *
 * <p>What two processes of one build differ by is the same in all rounds, so that no number of
 * rounds shows it (T. Kalibera, R. Jones, Rigorous benchmarking in reasonable time, ISMM 2013): it
 * is added to the error, and no difference smaller than about a tenth is ever shown. Immutable.
 */
final class Paired {

  /** Standard deviation of the logarithm of the ratio of two processes of one build. */
  static final double OF_PROCESSES = 0.03;

  /** Of ten comparisons, this part has to show a difference that could have been shown. */
  private static final double POWER = 0.9;

  /** Beyond so many nobody waits. */
  private static final int MOST_ROUNDS = 1_000;

  private static final int TRIMMED = 10;

  private final int rounds;
  private final double chance;
  private final double mean;
  private final double spread;
  private final double half;

  private Paired(int rounds, double chance, double mean, double spread) {
    this.rounds = rounds;
    this.chance = chance;
    this.mean = mean;
    this.spread = spread;
    this.half = half(rounds);
  }

  /**
   * Looks at all rounds.
   *
   * @param ratios one a round, above 0; at least two
   * @param chance that the interval misses the ratio, from both sides
   */
  static Paired of(double[] ratios, double chance) {
    int n = ratios.length;
    int cut = n / TRIMMED;
    double[] logs = Arrays.stream(ratios).map(Math::log).sorted().toArray();
    double mean = Arrays.stream(logs, cut, n - cut).average().orElseThrow();
    IntToDoubleFunction winsorized = i -> logs[Math.min(Math.max(i, cut), n - cut - 1)];
    double centre = IntStream.range(0, n).mapToDouble(winsorized).average().orElseThrow();
    double squares =
        IntStream.range(0, n)
            .mapToDouble(i -> Math.pow(winsorized.applyAsDouble(i) - centre, 2))
            .sum();
    return new Paired(n, chance, mean, Math.sqrt(squares / (n - 1)));
  }

  int rounds() {
    return rounds;
  }

  /** B over A. */
  double ratio() {
    return Math.exp(mean);
  }

  /** The lower end of its interval. */
  double low() {
    return Math.exp(mean - half);
  }

  /** The upper end. */
  double high() {
    return Math.exp(mean + half);
  }

  /** The smallest factor that would have been shown in about nine of ten such comparisons. */
  double smallest() {
    return Math.exp(reach(rounds));
  }

  /**
   * How many rounds as noisy as these show a factor in about nine of ten comparisons.
   *
   * @return at most a thousand
   */
  int roundsFor(double factor) {
    int few = rounds;
    int enough = MOST_ROUNDS;
    while (few < enough) {
      int middle = (few + enough) / 2;
      if (reach(middle) > Math.log(factor)) {
        few = middle + 1;
      } else {
        enough = middle;
      }
    }
    return few;
  }

  private double half(int n) {
    return quantile(n, chance / 2) * error(n);
  }

  private double reach(int n) {
    return half(n) + quantile(n, 1 - POWER) * error(n);
  }

  private static int kept(int n) {
    return n - 2 * (n / TRIMMED);
  }

  private static double quantile(int n, double beyond) {
    return Student.beyond(kept(n) - 1, beyond);
  }

  private double error(int n) {
    double kept = kept(n);
    return Math.hypot(spread * Math.sqrt((n - 1) / (kept * (kept - 1))), OF_PROCESSES);
  }
}
