package io.solewire.load.compare;

import io.solewire.result.Versus;
import io.solewire.result.Versus.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How often a comparison errs, as tables: its main method takes the number of comparisons in each
 * cell (a fifth of it where power is counted) and a seed.
 */
final class ComparisonBenchmark {

  static final List<Integer> ROUNDS = List.of(5, 8, 10, 12, 16, 20, 24, 30, 40, 60);

  private static final double[] SPREADS = {0.1, 0.2, 0.3};

  private static final List<Neighbourhood> QUIET =
      List.of(
          new Neighbourhood(0.1, 0, 0, 0, 0),
          new Neighbourhood(0.2, 0, 0, 0, 0),
          new Neighbourhood(0.3, 0, 0, 0, 0),
          new Neighbourhood(0.2, 0.5, 0, 0.02, 0),
          new Neighbourhood(0.2, 0.9, 0.02, 0.02, 0),
          new Neighbourhood(0.05, 0, 0.05, 0, 0),
          new Neighbourhood(0.1, 0.5, 0, 0.02, 0.03),
          new Neighbourhood(0.2, 0.5, 0, 0.05, 0.03),
          new Neighbourhood(0.1, 0.5, 0, 0.02, 0.05));

  private ComparisonBenchmark() {}

  /** What became of many comparisons: shares of all, 0 to 1. */
  record Shares(double called, double worse, double worseP99, double none, double noneP99) {

    static Shares of(Neighbourhood noise, int rounds, double factor, int times, long seed) {
      Random random = new Random(seed);
      int[] counts = new int[5];
      for (int i = 0; i < times; i++) {
        Versus versus = noise.compared(rounds, factor, random);
        Verdict p99 = verdict(versus, Compared.EVICTION_P99);
        boolean worse = versus.verdict() == Verdict.REGRESSION;
        counts[0] += versus.ratios().stream().anyMatch(m -> isCall(m.verdict())) ? 1 : 0;
        counts[1] += worse ? 1 : 0;
        counts[2] += p99 == Verdict.REGRESSION ? 1 : 0;
        counts[3] += versus.verdict() == Verdict.NO_DIFFERENCE ? 1 : 0;
        counts[4] += p99 == Verdict.NO_DIFFERENCE ? 1 : 0;
      }
      double[] shares = Arrays.stream(counts).mapToDouble(c -> c / (double) times).toArray();
      return new Shares(shares[0], shares[1], shares[2], shares[3], shares[4]);
    }

    private static boolean isCall(Verdict verdict) {
      return verdict == Verdict.REGRESSION || verdict == Verdict.IMPROVEMENT;
    }
  }

  static Verdict verdict(Versus versus, Compared compared) {
    return versus.ratios().get(compared.ordinal()).verdict();
  }

  /** Prints the tables. */
  public static void main(String[] args) {
    int times = Integer.parseInt(args[0]);
    long seed = Long.parseLong(args[1]);
    System.out.println("same server: any difference called / a regression called, % of " + times);
    Function<Shares, String> called = s -> perCent("%.2f/%.2f", s.called(), s.worse());
    QUIET.forEach(noise -> row(noise, 1, times, seed, called));
    System.out.println("p99 slower by 30 %: regression at p99 called, % of " + times / 5);
    for (double sd : SPREADS) {
      for (double outliers : new double[] {0, 0.02, 0.05}) {
        Neighbourhood noise = new Neighbourhood(sd, 0.5, 0.005, outliers, 0);
        row(noise, 1.3, times / 5, seed, s -> perCent("%.0f", s.worseP99()));
      }
    }
    System.out.println("same server: no difference shown, % at p99 / % of all metrics");
    for (double sd : SPREADS) {
      Neighbourhood noise = new Neighbourhood(sd, 0.5, 0.005, 0.02, 0);
      row(noise, 1, times / 5, seed, s -> perCent("%.0f/%.0f", s.noneP99(), s.none()));
    }
  }

  private static String perCent(String format, double... shares) {
    Object[] values = Arrays.stream(shares).map(share -> 100 * share).boxed().toArray();
    return String.format(Locale.ROOT, format, values);
  }

  private static void row(
      Neighbourhood noise, double factor, int times, long seed, Function<Shares, String> cell) {
    String cells =
        ROUNDS.stream()
            .map(n -> n + ": " + cell.apply(Shares.of(noise, n, factor, times, seed + n)))
            .collect(Collectors.joining("  "));
    System.out.println(noise + "  " + cells);
  }
}
