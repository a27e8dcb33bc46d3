package io.solewire.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/**
 * What grew or fell while a load went on: the last tenth of the measured time against the first,
 * where the time between them rises or falls beyond chance; else 1. Immutable.
 *
 * @param p50 of the eviction latency; null if the time was too short to say
 * @param p99 the same at the 99th percentile
 * @param memory of the server's resident memory; null if its processes are not on this machine, or
 *     were not started by us
 * @param changes the numbers behind these, by their names
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Drift(Double p50, Double p99, Double memory, Map<String, Change> changes) {

  /**
   * A change.
   *
   * @param first median over the first tenth, microseconds or bytes
   * @param last median over the last tenth
   * @param ratio of the two
   * @param trend true if the time between them rises, or falls, beyond chance: Kendall's test over
   *     twenty parts of it, or all after some instant beyond all before it; by chance one in a
   *     thousand
   */
  public record Change(double first, double last, double ratio, boolean trend) {

    /** What is no trend is no drift. */
    public double drift() {
      return trend ? ratio : 1;
    }
  }

  /**
   * Out of changes.
   *
   * @param changes by the names {@code p50}, {@code p99} and {@code memory}
   */
  public static Drift of(Map<String, Change> changes) {
    return new Drift(
        drift(changes, "p50"), drift(changes, "p99"), drift(changes, "memory"), changes);
  }

  private static Double drift(Map<String, Change> changes, String name) {
    return changes.containsKey(name) ? (Double) changes.get(name).drift() : null;
  }
}
