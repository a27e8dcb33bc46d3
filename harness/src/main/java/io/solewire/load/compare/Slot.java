package io.solewire.load.compare;

import java.util.Map;

/**
 * What was measured of one side in one round. Immutable.
 *
 * @param values latencies in microseconds, rates per second; only what has enough samples
 * @param counts samples of each, however few
 * @param doubt why these are not the numbers of the planned load; empty if they are
 */
public record Slot(Map<Compared, Double> values, Map<Compared, Long> counts, String doubt) {

  /** Copies the maps. */
  public Slot {
    values = Map.copyOf(values);
    counts = Map.copyOf(counts);
  }

  /** True if the planned load was made and served. */
  boolean isSound() {
    return doubt.isEmpty();
  }

  /** How many samples there are, enough or not. */
  long count(Compared compared) {
    return counts.getOrDefault(compared, 0L);
  }
}
