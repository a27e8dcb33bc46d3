package io.solewire.load.gate;

import java.math.BigDecimal;

/** What sort of number a measure is. */
enum Kind {
  /** A latency of the server, microseconds: wrong if the measuring side was not healthy. */
  LATENCY("a latency", true, true),
  /** Things per second: wrong too if the measuring side did not keep up. */
  RATE("a rate per second", false, true),
  /** A whole number of things that were seen: of a plan that was not kept, it is nobody's. */
  COUNT("a count", false, true),
  /** A whole number of broken promises: what judges found stands, whatever the plan. */
  FINDINGS("a count", false, false),
  /** A part of a whole, 0 to 1, of the measuring side itself. */
  SHARE("a share from 0 to 1", false, false),
  /**
   * How many times as much: of a latency or of memory, so wrong if the generator was not healthy.
   */
  RATIO("a ratio such as 1.2", false, true),
  /** Things per second that were found out: wrong too if the measuring side was not healthy. */
  CAPACITY("a rate per second", false, true),
  /** A time of the measuring side itself, microseconds. */
  TIME("a time", true, false);

  /** Above every limit that can be typed, or follow from a baseline. */
  private static final BigDecimal HUGE = BigDecimal.TEN.pow(60);

  private final String words;
  private final boolean timed;
  private final boolean needsHealth;

  Kind(String words, boolean timed, boolean needsHealth) {
    this.words = words;
    this.timed = timed;
    this.needsHealth = needsHealth;
  }

  /** With its article, for messages. */
  String words() {
    return words;
  }

  /** Whether it is written with a unit of time; its value is then in microseconds. */
  boolean timed() {
    return timed;
  }

  /** Whether its values are whole numbers; times are whole microseconds. */
  boolean whole() {
    return this == COUNT || this == FINDINGS || this == LATENCY || this == TIME;
  }

  /** No value is above it. */
  BigDecimal most() {
    return this == SHARE ? BigDecimal.ONE : HUGE;
  }

  /** Whether a value can be this. */
  boolean takes(BigDecimal value) {
    boolean fits = !whole() || value.stripTrailingZeros().scale() <= 0;
    return fits && value.signum() >= 0 && value.compareTo(most()) <= 0;
  }

  /** What its values are, for messages. */
  String possible() {
    return switch (this) {
      case COUNT, FINDINGS -> words + ", a whole number from 0 up,";
      case RATE, RATIO, CAPACITY -> words + ", from 0 up,";
      case LATENCY, TIME -> words + ", whole microseconds from 0 up,";
      case SHARE -> words;
    };
  }

  /** Whether a bad value says nothing about the server if the measuring side was not healthy. */
  boolean needsHealth() {
    return needsHealth;
  }
}
