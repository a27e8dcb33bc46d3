package io.solewire.cli;

import io.solewire.conformance.stage.Budget;
import io.solewire.hint.Nearest;
import io.solewire.profile.Durations;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.TypeConversionException;

/** Reads values of options. Stateless. */
final class Arguments {

  private Arguments() {}

  static Duration duration(String text) {
    if (text.matches("0(ms|s|m|h)?")) {
      return Duration.ZERO;
    }
    return Durations.parse(text)
        .orElseThrow(
            () -> new TypeConversionException("'" + text + "' is not " + Durations.EXPECTED));
  }

  static long whole(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'" + text + "' is not a whole number");
    }
  }

  static int small(String text) {
    try {
      return Math.toIntExact(whole(text));
    } catch (ArithmeticException e) {
      throw new TypeConversionException("'" + text + "' is too large");
    }
  }

  static Budget budget(String text) {
    List<String> names =
        Arrays.stream(Budget.values()).map(b -> b.name().toLowerCase(Locale.ROOT)).toList();
    if (!names.contains(text.toLowerCase(Locale.ROOT))) {
      throw new TypeConversionException(
          "expected one of "
              + String.join(", ", names)
              + ", but was '"
              + text
              + "'"
              + Nearest.suggestion(text, names));
    }
    return Budget.valueOf(text.toUpperCase(Locale.ROOT));
  }

  static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'" + text + "' is not a number");
    }
  }

  /** Reads {@code key=value} pairs of {@code --set}. */
  static Map<String, String> pairs(List<String> texts) {
    return pairs("--set", texts, "evicted.within=2s");
  }

  /** The same of another option. */
  static Map<String, String> pairs(String option, List<String> texts, String example) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String text : texts) {
      int equals = text.indexOf('=');
      if (equals < 1) {
        throw CommandException.usage(
            option + ": '" + text + "': expected key=value, such as " + example);
      }
      pairs.put(text.substring(0, equals), text.substring(equals + 1));
    }
    return pairs;
  }
}
