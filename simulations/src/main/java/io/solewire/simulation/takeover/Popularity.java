package io.solewire.simulation.takeover;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How newcomers are spread over users. Immutable.
 *
 * @param exponent of Zipf's law; 0 for uniform
 */
record Popularity(double exponent) {

  static final String EXPECTED = "uniform, zipf, or zipf:EXPONENT with 0 < EXPONENT <= 3";

  private static final Pattern FORM = Pattern.compile("uniform|zipf(?::(\\d+(?:\\.\\d+)?))?");
  private static final double LARGEST = 3;

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Popularity of(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'" + text + "' is not " + EXPECTED);
    }
    if (text.equals("uniform")) {
      return new Popularity(0);
    }
    double exponent = matcher.group(1) == null ? 1 : Double.parseDouble(matcher.group(1));
    if (exponent <= 0 || exponent > LARGEST) {
      throw new IllegalArgumentException("'" + text + "' is not " + EXPECTED);
    }
    return new Popularity(exponent);
  }
}
