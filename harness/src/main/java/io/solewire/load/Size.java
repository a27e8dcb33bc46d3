package io.solewire.load;

import io.solewire.load.compare.Comparison;
import io.solewire.profile.Durations;
import java.time.Duration;
import java.util.Optional;

/**
 * A number that a simulation of one kind has and others do not. Immutable.
 *
 * @param name as it is given: {@code --size NAME=VALUE}
 * @param usual its value where none is given
 * @param form what it has to be
 * @param sentence what it is, for help
 */
public record Size(String name, String usual, Form form, String sentence) {

  /** What a size has to be. */
  public enum Form {
    /** A whole number, at least 1. */
    COUNT("a whole number from 1 to 100000"),
    /** A whole number, at least 2. */
    SEVERAL("a whole number from 2 to 1000"),
    /** Rounds of a comparison. */
    ROUNDS("a whole number from " + Comparison.LEAST_ROUNDS + " to 1000"),
    /** A share of a hundred. */
    PERCENT("a whole number from 0 to 100"),
    /** A time. */
    TIME("a time from 1ms to 1h, such as 250ms"),
    /** Newcomers per second. */
    RATE("newcomers per second, above 0"),
    /** What users do, and how often. */
    MIX(Mix.EXPECTED);

    private final String expected;

    Form(String expected) {
      this.expected = expected;
    }

    private boolean takes(String text) {
      return switch (this) {
        case COUNT -> whole(text, 1, 100_000);
        case SEVERAL -> whole(text, 2, 1_000);
        case ROUNDS -> whole(text, Comparison.LEAST_ROUNDS, 1_000);
        case PERCENT -> whole(text, 0, 100);
        case TIME ->
            Durations.parse(text)
                .filter(d -> d.toMillis() >= 1 && d.compareTo(Duration.ofHours(1)) <= 0)
                .isPresent();
        case RATE -> text.matches("\\d{1,9}(\\.\\d{1,6})?") && Double.parseDouble(text) > 0;
        case MIX -> Mix.find(text).isPresent();
      };
    }

    private static boolean whole(String text, int least, int most) {
      return text.matches("\\d{1,6}")
          && Integer.parseInt(text) >= least
          && Integer.parseInt(text) <= most;
    }
  }

  /**
   * Looks at a value.
   *
   * @param value that was given
   * @return what is wrong with it; empty if it can be used
   */
  Optional<String> problem(String value) {
    return form.takes(value)
        ? Optional.empty()
        : Optional.of("--size " + name + ": '" + value + "': expected " + form.expected);
  }

  /** Whether two values mean the same; false if one of them cannot be used. */
  boolean same(String one, String other) {
    if (!form.takes(one) || !form.takes(other)) {
      return false;
    }
    return switch (form) {
      case COUNT, SEVERAL, ROUNDS, PERCENT -> Integer.parseInt(one) == Integer.parseInt(other);
      case RATE -> Double.parseDouble(one) == Double.parseDouble(other);
      case TIME -> Durations.parse(one).equals(Durations.parse(other));
      case MIX -> Mix.find(one).equals(Mix.find(other));
    };
  }
}
