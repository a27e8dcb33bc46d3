package io.solewire.load.health;

import io.solewire.result.LoadResult;
import io.solewire.result.LoadResult.Latency;
import io.solewire.result.Readings;

/**
 * What the health of a generator is judged by. Immutable.
 *
 * @param generator what it saw of itself
 * @param eviction the headline that it measured; null if there is none
 * @param measuredMs in how much time, milliseconds
 */
public record Seen(LoadResult.Generator generator, Latency eviction, long measuredMs) {

  Readings readings() {
    return generator.readings();
  }

  /** The part of the measured time that something took. */
  double shareOfTime(long millis) {
    return millis / (double) Math.max(1, measuredMs);
  }

  /** A percentile of the headline; 0 if there is none. */
  long p99() {
    return eviction == null ? 0 : eviction.p99();
  }

  long p50() {
    return eviction == null ? 0 : eviction.p50();
  }
}
