package io.solewire.report;

import io.solewire.judge.Verdict;
import io.solewire.result.GateWords;
import io.solewire.result.LoadResult;
import io.solewire.result.LoadResult.Latency;
import io.solewire.result.Metric;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The numbers of a load in words. Stateless. What came from a server or a command line is not
 * escaped here: that is the business of who shows it.
 */
final class LoadWords {

  /** Of the normal distribution, for an interval of 95 %. */
  private static final double Z = 1.96;

  private LoadWords() {}

  /** Such as {@code 5,000}. */
  static String number(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  /** Such as {@code 1 takeover} or {@code 5,000 takeovers}. */
  static String count(long n, String thing) {
    return number(n) + " " + thing + (n == 1 ? "" : "s");
  }

  /** Such as {@code 1,000/s} or {@code 499.8/s}. */
  static String rate(double perSecond) {
    if (!Double.isFinite(perSecond)) {
      return "an unknown rate";
    }
    String text = String.format(Locale.ROOT, "%,.1f", perSecond);
    return (text.endsWith(".0") ? text.substring(0, text.length() - 2) : text) + "/s";
  }

  /** Such as {@code 12.3 %}; all and nothing are said only of all and nothing. */
  static String share(double part, double whole) {
    double percent = 100 * part / whole;
    if (!Double.isFinite(percent)) {
      return "an unknown share";
    }
    if (percent == 0 || percent == 100) {
      return Math.round(percent) + " %";
    }
    if (percent < 0.05) {
      return "<0.1 %";
    }
    return percent > 99.9 && percent < 100
        ? ">99.9 %"
        : String.format(Locale.ROOT, "%.1f %%", percent);
  }

  /** Such as {@code 400 µs at p50, 2.1 ms at p99}. */
  static String spread(Latency latency) {
    return Words.micros(latency.p50()) + " at p50, " + Words.micros(latency.p99()) + " at p99";
  }

  /** What was counted under each name with its share, the largest first. */
  static String shares(Map<String, Long> counts) {
    long all = counts.values().stream().mapToLong(Long::longValue).sum();
    List<String> parts = new ArrayList<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .forEach(
            e ->
                parts.add(
                    e.getKey()
                        + " ×"
                        + number(e.getValue())
                        + " ("
                        + share(e.getValue(), all)
                        + ")"));
    return String.join(", ", parts);
  }

  /** How many incumbents went before the newcomer was in; empty if none were timed. */
  static String order(LoadResult load) {
    Latency before = load.latency(Metric.EVICTION_BEFORE_ADMISSION);
    Latency after = load.latency(Metric.EVICTION_AFTER_ADMISSION);
    long early = before == null ? 0 : before.count();
    long late = after == null ? 0 : after.count();
    if (early + late == 0) {
      return "";
    }
    return "evicted before the newcomer was admitted in "
        + share(early, early + late)
        + " ("
        + interval(early, early + late)
        + ")"
        + (before == null ? "" : ", by " + Words.micros(before.p50()) + " at p50")
        + "; after in "
        + share(late, early + late)
        + (after == null ? "" : ", by " + Words.micros(after.p50()) + " at p50");
  }

  /** Wilson's interval, which stays inside 0 and 1. */
  private static String interval(long part, long whole) {
    double p = (double) part / whole;
    double z = Z * Z / whole;
    double middle = (p + z / 2) / (1 + z);
    double half = Z * Math.sqrt(p * (1 - p) / whole + z / whole / 4) / (1 + z);
    return String.format(
        Locale.ROOT,
        "95 %% interval %.1f to %.1f %%",
        100 * Math.max(0, middle - half),
        100 * Math.min(1, middle + half));
  }

  /** A gate's value and why that decides nothing, or why there is none. */
  static String value(LoadResult.GateResult gate) {
    String value = GateWords.value(gate);
    return gate.reason() == null ? value : value + ", " + gate.reason();
  }

  /** How often a rule was broken. */
  static String seen(LoadResult.RuleFinding finding) {
    if (finding.verdict() == Verdict.INCONCLUSIVE && finding.bad() == 0) {
      return "not observed";
    }
    return "broken in " + number(finding.bad()) + " of " + number(finding.observed());
  }
}
