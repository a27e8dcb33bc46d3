package io.solewire.report.overview;

import io.solewire.report.Glance;
import io.solewire.report.Standing;

/**
 * One cell of the matrix. Immutable.
 *
 * @param key its class in the style sheet
 * @param glyph what is seen in it, so that colour is not needed
 * @param words what it means
 * @param why what decided; empty if nothing did
 * @param href where that is told; empty if nowhere
 */
record CellView(String key, String glyph, String words, String why, String href) {

  /** The run does not speak of the rule. */
  static final CellView ABSENT = new CellView("absent", "·", "not in this run", "", "");

  /**
   * Of a rule in a run.
   *
   * @param mark where it stands
   * @param report the report of the run; empty if there is none
   */
  static CellView of(Glance.Mark mark, String report) {
    Standing standing = mark.standing();
    String href = report.isEmpty() ? "" : report + "#" + mark.anchor();
    return new CellView(standing.key(), glyph(standing), standing.words(), mark.words(), href);
  }

  private static String glyph(Standing standing) {
    return switch (standing) {
      case PASS -> "✓";
      case WARN -> "!";
      case KNOWN -> "k";
      case INCONCLUSIVE -> "?";
      case ERROR -> "e";
      case STALE -> "s";
      case FAIL -> "✕";
      case NOT_APPLICABLE -> "–";
    };
  }
}
