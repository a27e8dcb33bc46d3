package io.solewire.load;

import io.solewire.load.arrival.Rounds;

/**
 * Which of two sides that take turns a load is of. Immutable.
 *
 * @param side whose turns
 * @param seed of the order, the same on both sides
 */
public record Turn(Rounds.Side side, long seed) {

  /** Where nobody has said. */
  static final Turn USUAL = new Turn(Rounds.Side.TARGET, 1);

  /** Between two slots, so that the end of one does not reach into the next. */
  static final long GAP_NANOS = 300_000_000L;

  /** A shorter slot has no percentiles that mean anything. */
  static final long LEAST_NANOS = 500_000_000L;

  /** The shortest measured time, milliseconds. */
  public static long leastMillis(int rounds) {
    return rounds * 2 * (LEAST_NANOS + GAP_NANOS) / 1_000_000;
  }

  /** The rounds of a plan: the measured ones are its measured time. */
  Rounds rounds(LoadPlan plan) {
    int measured = plan.count("rounds");
    long period = plan.durationMs() * 1_000_000 / measured;
    long warmup = plan.warmupMs() * 1_000_000;
    int warmups = (int) (warmup / period);
    long each = period / 2 - GAP_NANOS;
    return new Rounds(warmup - warmups * period, warmups, measured, each, GAP_NANOS, seed);
  }
}
