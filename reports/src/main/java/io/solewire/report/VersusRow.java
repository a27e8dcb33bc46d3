package io.solewire.report;

import io.solewire.result.Versus;
import java.util.List;
import java.util.Locale;

/**
 * One number of a comparison as tables show it. Immutable.
 *
 * @param name of the number
 * @param reference what the reference had
 * @param target what the target had
 * @param ratio of the two, with its interval
 * @param word what follows
 * @param badge the style of that
 * @param reason why nothing does; else empty
 * @param drawn the interval as a picture; null if there is none
 */
record VersusRow(
    String name,
    String reference,
    String target,
    String ratio,
    String word,
    String badge,
    String reason,
    Drawn drawn) {

  private static final int MIDDLE = 120;
  private static final int EDGE = 116;
  private static final String NONE = "–";

  /**
   * Places in a picture 240 wide: half on its left edge, the same in the middle, twice on its
   * right.
   *
   * @param low where the interval begins
   * @param at where the ratio is
   * @param width how long the interval is
   */
  record Drawn(long low, long at, long width) {

    static Drawn of(Versus.Ratio ratio) {
      if (ratio.ratio() == null || ratio.low() == null || ratio.high() == null) {
        return null;
      }
      long low = place(ratio.low());
      return new Drawn(low, place(ratio.ratio()), Math.max(1, place(ratio.high()) - low));
    }

    private static long place(double ratio) {
      double doublings = ratio > 0 ? Math.log(ratio) / Math.log(2) : -1;
      return MIDDLE + Math.round(Math.max(-EDGE, Math.min(EDGE, EDGE * doublings)));
    }
  }

  static List<VersusRow> of(Versus versus) {
    return versus.ratios().stream().map(VersusRow::of).toList();
  }

  private static VersusRow of(Versus.Ratio ratio) {
    String name = String.valueOf(ratio.metric());
    return new VersusRow(
        name,
        value(name, ratio.reference()),
        value(name, ratio.target()),
        times(ratio),
        word(ratio.verdict()),
        badge(ratio.verdict()),
        ratio.reason() == null ? "" : ratio.reason(),
        Drawn.of(ratio));
  }

  private static String value(String name, Double value) {
    if (value == null) {
      return NONE;
    }
    return name.endsWith("Rate") ? LoadWords.rate(value) : Words.micros(Math.round(value));
  }

  private static String times(Versus.Ratio ratio) {
    return ratio.ratio() == null || ratio.low() == null || ratio.high() == null
        ? NONE
        : String.format(
            Locale.ROOT, "%.2f (%.2f to %.2f)", ratio.ratio(), ratio.low(), ratio.high());
  }

  private static String word(Versus.Verdict verdict) {
    return switch (verdict) {
      case REGRESSION -> "worse";
      case IMPROVEMENT -> "better";
      case NO_DIFFERENCE -> "no difference";
      case INCONCLUSIVE -> "not known";
    };
  }

  private static String badge(Versus.Verdict verdict) {
    return switch (verdict) {
      case REGRESSION -> "fail";
      case IMPROVEMENT, NO_DIFFERENCE -> "pass";
      case INCONCLUSIVE -> "inconclusive";
    };
  }
}
