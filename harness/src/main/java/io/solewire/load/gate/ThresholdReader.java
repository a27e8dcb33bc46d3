package io.solewire.load.gate;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what stands behind the operator of a gate: a number and, for a time, its unit; or a
 * multiple of the baseline.
 */
final class ThresholdReader {

  private static final String EXPECTED =
      "a plain number such as 50 or 1.5, without sign, separators or exponent";
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?[0-9][0-9.,_'’]*(?:[eE][-+]?[0-9]+)?");
  private static final Pattern PLAIN = Pattern.compile("[0-9]+(?:\\.[0-9]+)?");

  /** Behind the point of a number that is typed. */
  static final int MOST_DECIMALS = 9;

  private static final BigDecimal LIMIT = BigDecimal.TEN.pow(15);

  private final GateProblem problem;
  private final Measure measure;

  ThresholdReader(GateProblem problem, Measure measure) {
    this.problem = problem;
    this.measure = measure;
  }

  Threshold read(String text) {
    return BaselineReader.isMeant(text)
        ? new BaselineReader(problem, measure, this).read(text)
        : Threshold.of(amount(text));
  }

  /** In microseconds if the measure is a time. */
  BigDecimal amount(String text) {
    if (text.isEmpty()) {
      throw problem.because("it has no number", EXPECTED);
    }
    Matcher form = NUMBER.matcher(text);
    if (!form.lookingAt() || startsWithDigit(rest(form, text))) {
      throw problem.because(Text.quoted(text) + " is no number", EXPECTED);
    }
    BigDecimal number = number(form.group());
    String rest = rest(form, text);
    return measure.kind().timed() ? timed(number, rest) : untimed(number, rest);
  }

  private static String rest(Matcher form, String text) {
    return text.substring(form.end()).strip();
  }

  /** Then it is one number with spaces in it. */
  private static boolean startsWithDigit(String rest) {
    return !rest.isEmpty() && Character.isDigit(rest.charAt(0));
  }

  /** A number alone. */
  BigDecimal number(String text) {
    if (!PLAIN.matcher(text).matches()) {
      throw problem.because(Text.quoted(text) + " is no number", EXPECTED);
    }
    BigDecimal number = new BigDecimal(text);
    if (number.compareTo(LIMIT) >= 0 || number.scale() > MOST_DECIMALS) {
      throw problem.because(
          Text.quoted(text) + " is out of range",
          "a number below 10^15 with at most " + MOST_DECIMALS + " decimals");
    }
    return number;
  }

  private BigDecimal timed(BigDecimal number, String rest) {
    if (rest.isEmpty()) {
      throw problem.because(
          measure.path() + " is " + measure.kind().words() + " and the number has no unit",
          TimeUnits.EXPECTED + ", such as " + number.toPlainString() + " ms");
    }
    String[] words = rest.split(" ", 2);
    BigDecimal micros =
        TimeUnits.micros(number, words[0])
            .orElseThrow(
                () ->
                    problem.because(
                        Text.quoted(words[0]) + " is no unit",
                        TimeUnits.EXPECTED + TimeUnits.suggestion(words[0])));
    if (words.length > 1) {
      throw problem.because(Text.quoted(words[1]) + " is left over", "nothing after the unit");
    }
    return micros;
  }

  private BigDecimal untimed(BigDecimal number, String rest) {
    String what = measure.path() + " is " + measure.kind().words();
    if (!rest.isEmpty()) {
      throw problem.because(
          what + " and takes no unit",
          "nothing after the number, but there is " + Text.quoted(rest));
    }
    if (measure.kind() == Kind.SHARE && number.compareTo(BigDecimal.ONE) > 0) {
      throw problem.because(
          what + " and " + number.toPlainString() + " is none", "a number up to 1, such as 0.9");
    }
    return number;
  }
}
