package io.solewire.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An axis with its ticks. Immutable and thread-safe.
 *
 * @param title what it measures
 * @param scale where values stand
 * @param ticks its marks, in the order of their values
 */
public record Axis(String title, Scale scale, List<Tick> ticks) {

  private static final long MAX_MICROS = 1_000_000_000_000L;
  private static final int MAX_LABELS = 10;
  private static final int MAX_SECONDS = 16;
  private static final int MIN_NINES = 2;
  private static final int MAX_NINES = 7;
  private static final int[] STEPS = {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600};

  /** Latencies on a logarithmic scale, from and to a round number. */
  public static Axis micros(String title, double min, double max, double start, double end) {
    List<Long> round = rounds(min, max);
    Scale scale = new Scale(round.get(0), round.get(round.size() - 1), start, end, true);
    boolean all = round.size() <= MAX_LABELS;
    List<Tick> ticks =
        round.stream()
            .map(us -> new Tick(scale.at(us), all || isPower(us) ? latency(us) : ""))
            .toList();
    return new Axis(title, scale, ticks);
  }

  /** The numbers of the series 1, 2, 5 that enclose a range; at least two. */
  private static List<Long> rounds(double min, double max) {
    List<Long> round = new ArrayList<>();
    for (long power = 1; power <= MAX_MICROS; power *= 10) {
      for (long us : new long[] {power, 2 * power, 5 * power}) {
        if (us <= Math.min(min, MAX_MICROS)) {
          round.clear();
        }
        round.add(us);
        if (us >= max && round.size() > 1) {
          return round;
        }
      }
    }
    return round;
  }

  private static boolean isPower(long us) {
    return Long.toString(us).replace("0", "").equals("1");
  }

  private static String latency(long us) {
    if (us < 1000) {
      return us + " µs";
    }
    return us < 1_000_000 ? us / 1000 + " ms" : us / 1_000_000 + " s";
  }

  /**
   * Percentiles on the scale of {@link #nines}, no further than this many samples reach: beyond the
   * percentile that one sample makes there is nothing but the largest.
   */
  public static Axis percentiles(String title, long samples, double start, double end) {
    int last = (int) Math.ceil(Math.log10(Math.max(1, samples)) - 1e-9);
    int nines = Math.max(MIN_NINES, Math.min(MAX_NINES, last));
    Scale scale = new Scale(0, nines, start, end, false);
    List<Tick> ticks = new ArrayList<>();
    ticks.add(new Tick(scale.at(0), "0 %"));
    ticks.add(new Tick(scale.at(nines(50)), "50 %"));
    ticks.add(new Tick(scale.at(1), "90 %"));
    for (int n = 2; n <= nines; n++) {
      ticks.add(new Tick(scale.at(n), "99" + (n > 2 ? "." : "") + "9".repeat(n - 2) + " %"));
    }
    return new Axis(title, scale, ticks);
  }

  /** How many nines a percentile has: log10(1/(1-p)), so 0 for 0, 1 for 90, 2 for 99. */
  public static double nines(double percentile) {
    return Math.log10(1 / (1 - Math.min(percentile, 100) / 100));
  }

  /** Seconds from 0 on. */
  public static Axis seconds(String title, int to, double start, double end) {
    Scale scale = new Scale(0, Math.max(1, to), start, end, false);
    long step = STEPS[STEPS.length - 1];
    for (int i = STEPS.length - 1; i >= 0 && to / STEPS[i] < MAX_SECONDS; i--) {
      step = STEPS[i];
    }
    while (to / step >= MAX_SECONDS) {
      step *= 2;
    }
    List<Tick> ticks = new ArrayList<>();
    for (long s = 0; s <= to; s += step) {
      ticks.add(new Tick(scale.at(s), String.valueOf(s)));
    }
    return new Axis(title, scale, ticks);
  }

  /** Counts from 0 to a round number. */
  public static Axis counts(String title, long max, double start, double end) {
    long to = roundAbove(Math.max(1, max));
    Scale scale = new Scale(0, to, start, end, false);
    List<Tick> ticks = new ArrayList<>();
    ticks.add(new Tick(scale.at(0), "0"));
    if (to > 1) {
      ticks.add(new Tick(scale.at(to / 2.0), to % 2 == 0 ? count(to / 2) : ""));
    }
    ticks.add(new Tick(scale.at(to), count(to)));
    return new Axis(title, scale, ticks);
  }

  private static long roundAbove(long max) {
    double power = Math.pow(10, Math.floor(Math.log10(max)));
    for (double factor : new double[] {1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8}) {
      if (Math.round(factor * power) >= max
          && Math.abs(Math.rint(factor * power) - factor * power) < 1e-6) {
        return Math.round(factor * power);
      }
    }
    return Math.round(10 * power);
  }

  private static String count(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }
}
