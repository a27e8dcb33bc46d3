package io.solewire.load;

import io.solewire.result.Drift;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Whether numbers that follow one another rise or fall. Stateless. */
final class Trend {

  /** Parts of the time; a tenth has two of them. */
  static final int PARTS = 20;

  private static final int OF_A_TENTH = PARTS / 10;

  /**
   * One in two thousand, from both sides, of a normal distribution; with {@link #isStep} about one
   * in a thousand is called by chance.
   */
  private static final double BEYOND_CHANCE = 3.48;

  private Trend() {}

  /**
   * Compares the last tenth with the first.
   *
   * @param parts a number for each part of the time, {@link #PARTS} of them
   * @return the change; empty if there are fewer parts, or nothing to divide by
   */
  static Optional<Drift.Change> of(List<Double> parts) {
    if (parts.size() != PARTS) {
      return Optional.empty();
    }
    double first = median(parts.subList(0, OF_A_TENTH));
    double last = median(parts.subList(PARTS - OF_A_TENTH, PARTS));
    return first > 0
        ? Optional.of(new Drift.Change(first, last, last / first, isTrend(parts) || isStep(parts)))
        : Optional.empty();
  }

  /** Kendall's test (H. B. Mann, Nonparametric tests against trend, Econometrica 13, 1945). */
  private static boolean isTrend(List<Double> parts) {
    int n = parts.size();
    int rises = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        rises += (int) Math.signum(parts.get(j) - parts.get(i));
      }
    }
    double deviation = Math.sqrt(n * (n - 1) * (2 * n + 5) / 18.0);
    return Math.abs(rises) - 1 > BEYOND_CHANCE * deviation;
  }

  /**
   * All that comes after some instant, a quarter from either end or more, beyond all before it. Of
   * numbers in any order that is so in one of two thousand; Kendall's test does not see a step that
   * comes early or late.
   */
  private static boolean isStep(List<Double> parts) {
    return IntStream.rangeClosed(PARTS / 4, PARTS - PARTS / 4)
        .anyMatch(at -> isApart(parts.subList(0, at), parts.subList(at, PARTS)));
  }

  private static boolean isApart(List<Double> before, List<Double> after) {
    DoubleSummaryStatistics first = statistics(before);
    DoubleSummaryStatistics last = statistics(after);
    return last.getMin() > first.getMax() || last.getMax() < first.getMin();
  }

  private static DoubleSummaryStatistics statistics(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).summaryStatistics();
  }

  static double median(List<Double> numbers) {
    double[] sorted = numbers.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int half = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[half]
        : Arrays.stream(sorted, half - 1, half + 1).average().orElse(0);
  }
}
