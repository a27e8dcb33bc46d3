package io.solewire.load.compare;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Quantiles of Student's t distribution. Each is found once: that is a search, and the same few are
 * asked for again and again. Thread-safe.
 */
final class Student {

  private record Asked(int degrees, double chance) {}

  private static final Map<Asked, Double> FOUND = new ConcurrentHashMap<>();

  private Student() {}

  /**
   * What is exceeded with some chance.
   *
   * @param degrees of freedom
   * @param chance 0 to 1
   */
  static double beyond(int degrees, double chance) {
    return FOUND.computeIfAbsent(
        new Asked(degrees, chance),
        asked -> TDistribution.of(degrees).inverseSurvivalProbability(chance));
  }
}
