package io.solewire.load.health;

import io.solewire.result.Readings;
import java.util.Locale;
import java.util.Optional;

/** Bounds on what the generator's virtual machine does beside measuring. Stateless. */
final class Pauses {

  /** In so much of the time, what arrives in a pause is one arrival in a hundred: the p99. */
  static final double COLLECTED = 0.01;

  /** Shorter pauses are below what a scheduler of processes does to everybody. */
  static final long LEAST_PAUSE_MS = 10;

  /** A pause as long as this part of the p99 makes most of it. */
  static final double PART = 0.5;

  /** A generator of which a quarter of a processor still compiles is not the one that goes on. */
  static final double COMPILED = 0.25;

  private Pauses() {}

  /** Pauses that are both frequent and long enough to be the headline. */
  static Optional<String> collection(Seen seen) {
    Long longest = seen.readings().longestGcMs();
    long gcMs = seen.generator().gcMs();
    boolean many = seen.shareOfTime(gcMs) >= COLLECTED;
    if (longest == null || !many || longest < LEAST_PAUSE_MS) {
      return Optional.empty();
    }
    return longest * Lag.MICROS >= seen.p99() * PART
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "garbage collection stopped the generator for %,d ms of %,d, up to %,d ms at a"
                    + " time, where eviction took %s at p99 (bounds %.0f %% and half of that):"
                    + " lower --rate or --users, or give this machine more memory",
                gcMs,
                seen.measuredMs(),
                longest,
                Lag.millis(seen.p99()),
                100 * COLLECTED))
        : Optional.empty();
  }

  static Optional<String> compilation(Seen seen) {
    Readings readings = seen.readings();
    return readings.jitMs() != null
            && seen.shareOfTime(readings.jitMs()) >= COMPILED
            && Lag.isFelt(seen)
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "the generator was not warm: its code was compiled for %,d ms in %,d measured ones"
                    + " (bound %.0f %%), and %s: give it a longer --warmup",
                readings.jitMs(),
                seen.measuredMs(),
                100 * COMPILED,
                Lag.felt(seen)))
        : Optional.empty();
  }
}
