package io.solewire.profile;

import java.time.Duration;
import java.util.Optional;

/** How people write durations, in profiles and on the command line. Stateless. */
public final class Durations {

  /** What is expected of one, for messages. */
  public static final String EXPECTED = Notation.DURATION;

  private Durations() {}

  /**
   * Reads one.
   *
   * @param text such as {@code 500ms}, {@code 1.5s} or {@code 2m}
   * @return the duration; empty if it is none
   */
  public static Optional<Duration> parse(String text) {
    return Notation.duration(text);
  }
}
