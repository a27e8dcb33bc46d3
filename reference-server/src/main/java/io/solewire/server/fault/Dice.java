package io.solewire.server.fault;

import java.util.SplittableRandom;

/**
 * Decides that something happens about once in so many times. Seeded: of forty-sided ones the first
 * hits are the 45th, 57th, 62nd and 85th throw. Thread-safe.
 */
final class Dice {
  private static final long SEED = 162;
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final int sides;

  Dice(int sides) {
    this.sides = sides;
  }

  /** Once in so many times. */
  synchronized boolean hit() {
    return random.nextInt(sides) == 0;
  }
}
