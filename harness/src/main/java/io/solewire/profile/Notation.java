package io.solewire.profile;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** How a profile writes durations, numbers, close codes and expressions. Stateless. */
final class Notation {

  static final String DURATION = "a duration above 0 and up to 1440m, such as 500ms, 1.5s or 2m";
  static final String CODE =
      "a close code from 1000 to 4999 or a range such as 3000-3999"
          + " (1006 and 1015 never stand in a Close frame)";

  private static final Pattern DURATION_FORM =
      Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s|m)");
  private static final Map<String, Long> NANOS_PER_UNIT =
      Map.of("ms", 1_000_000L, "s", 1_000_000_000L, "m", 60_000_000_000L);
  private static final long MAX_NANOS = Duration.ofDays(1).toNanos();
  private static final Pattern CODE_FORM = Pattern.compile("(\\d{4})(?:-(\\d{4}))?");

  private Notation() {}

  static Optional<Duration> duration(String text) {
    Matcher form = DURATION_FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    BigDecimal unit = BigDecimal.valueOf(NANOS_PER_UNIT.get(form.group(2)));
    long nanos = new BigDecimal(form.group(1)).multiply(unit).longValue();
    return nanos > 0 && nanos <= MAX_NANOS
        ? Optional.of(Duration.ofNanos(nanos))
        : Optional.empty();
  }

  static Optional<Integer> integer(String text, int min, int max) {
    if (!text.matches("-?\\d{1,9}")) {
      return Optional.empty();
    }
    int value = Integer.parseInt(text);
    return min <= value && value <= max ? Optional.of(value) : Optional.empty();
  }

  static Optional<CloseCodes.Range> codes(String text) {
    Matcher form = CODE_FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    int from = Integer.parseInt(form.group(1));
    int to = form.group(2) == null ? from : Integer.parseInt(form.group(2));
    boolean neverSent = from == to && (from == 1006 || from == 1015);
    return 1000 <= from && from <= to && to <= 4999 && !neverSent
        ? Optional.of(new CloseCodes.Range(from, to))
        : Optional.empty();
  }

  /**
   * Compiles an expression. (Since Java 9 the compiler itself reports one that is nested too
   * deeply.)
   *
   * @param text the expression
   * @param problem takes what was expected, if it is none
   * @return the expression, if it is one
   */
  static Optional<Pattern> regex(String text, Consumer<String> problem) {
    try {
      return Optional.of(Pattern.compile(text));
    } catch (PatternSyntaxException e) {
      problem.accept(
          "a regular expression (java.util.regex), but: "
              + e.getDescription()
              + (e.getIndex() < 0 ? "" : " at character " + (e.getIndex() + 1)));
    }
    return Optional.empty();
  }
}
