package io.solewire.load.gate;

import io.solewire.result.LoadResult.Latency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How many samples a percentile takes before anything can be decided on it. Stateless.
 *
 * <p>If the true percentile lay at a limit, samples that are all below it would still be seen in
 * one of twenty loads with three samples beyond the percentile on average (the rule of three); with
 * fewer, more often.
 */
final class Support {

  private static final int BEYOND = 3;

  /** From the lowest on. */
  private static final Map<String, Long> LEAST = least();

  private Support() {}

  private static Map<String, Long> least() {
    Map<String, Long> least = new LinkedHashMap<>();
    least.put("p50", BEYOND * 2L);
    least.put("p90", BEYOND * 10L);
    least.put("p99", BEYOND * 100L);
    least.put("p99.9", BEYOND * 1_000L);
    return least;
  }

  /** How many samples; empty if it is no percentile. */
  static Optional<Long> least(String statistic) {
    return Optional.ofNullable(LEAST.get(statistic));
  }

  /** True if there are some, and too few. */
  static boolean isThin(Latency latency, String statistic) {
    return latency != null
        && latency.count() > 0
        && least(statistic).filter(least -> latency.count() < least).isPresent();
  }

  /** The highest percentile that has enough; what it exceeds, a higher one exceeds too. */
  static Optional<String> highest(Latency latency) {
    return LEAST.entrySet().stream()
        .filter(each -> each.getValue() <= latency.count())
        .map(Map.Entry::getKey)
        .reduce((lower, higher) -> higher);
  }
}
