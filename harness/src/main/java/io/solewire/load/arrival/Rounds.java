package io.solewire.load.arrival;

import java.util.SplittableRandom;

/**
 * When two sides that are compared have their turns. In each round each side has one slot, and
 * after each slot there is a gap in which nobody comes, so that the end of one does not reach into
 * the next. Rounds that only warm up come first. Immutable and thread-safe.
 *
 * <p>Two neighbouring rounds have opposite orders, R T T R or T R R T: what drifts evenly meets
 * both sides alike. Which of the two it is, is drawn from the seed: so no disturbance, however it
 * follows on itself or repeats, is tied to one side (R. A. Fisher, The Design of Experiments,
 * 1935).
 *
 * @param start of the first one, nanoseconds after the beginning of the plan
 * @param warmups rounds that come first and are not measured
 * @param measured rounds after them
 * @param each duration of a slot, nanoseconds
 * @param gap after each slot, nanoseconds
 * @param seed of the order
 */
public record Rounds(long start, int warmups, int measured, long each, long gap, long seed) {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  /** Whose turn it is. */
  public enum Side {
    /** What is compared with: the known one. */
    REFERENCE,
    /** What is compared: the one that is tested. */
    TARGET
  }

  /**
   * Checks.
   *
   * @throws IllegalArgumentException if a slot has no duration, no round is measured, or a number
   *     is negative
   */
  public Rounds {
    if (start < 0 || warmups < 0 || measured < 1 || each < 1 || gap < 0) {
      throw new IllegalArgumentException(
          ("rounds: from %d ns, %d warm-ups, %d measured, slots of %d ns, gaps of %d ns: expected"
                  + " at least 0, 0, 1, 1, 0")
              .formatted(start, warmups, measured, each, gap));
    }
  }

  /** All rounds, those that warm up included. */
  public int all() {
    return warmups + measured;
  }

  /** Duration of a round, nanoseconds. */
  public long period() {
    return 2 * (each + gap);
  }

  /** When the measured rounds begin, nanoseconds after the beginning of the plan. */
  public long lead() {
    return start + warmups * period();
  }

  /** When all rounds are over, nanoseconds after the beginning of the plan. */
  public long length() {
    return start + all() * period();
  }

  /**
   * Who comes first in a round.
   *
   * @param round from 0, those that warm up included
   */
  public Side first(int round) {
    int fromLead = round - warmups;
    long pair = Math.floorDiv(fromLead, 2);
    boolean drawn = new SplittableRandom(seed + pair * GOLDEN).nextBoolean();
    return drawn == (Math.floorMod(fromLead, 2) == 0) ? Side.REFERENCE : Side.TARGET;
  }

  /**
   * When a side's slot begins, nanoseconds after the beginning of the plan.
   *
   * @param round from 0, those that warm up included
   * @param side whose slot
   */
  public long begin(int round, Side side) {
    return start + round * period() + (first(round) == side ? 0 : each + gap);
  }
}
