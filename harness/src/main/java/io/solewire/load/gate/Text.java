package io.solewire.load.gate;

import java.util.regex.Pattern;

/** What was typed, made fit for reading and for messages. Stateless. */
final class Text {

  private static final int MOST_SHOWN = 100;
  private static final Pattern SPACES = Pattern.compile("\\p{IsWhite_Space}+");

  private Text() {}

  /** Every run of white space, of whatever kind, as one plain space; none at the ends. */
  static String plain(String typed) {
    return SPACES.matcher(typed).replaceAll(" ").strip();
  }

  /**
   * In quotes, and cut if it is long. What could move the cursor of a terminal, or cannot be seen,
   * is shown as an escape.
   */
  static String quoted(String text) {
    StringBuilder shown = new StringBuilder("'");
    text.codePoints().limit(MOST_SHOWN).forEach(c -> append(shown, c));
    boolean cut = text.codePointCount(0, text.length()) > MOST_SHOWN;
    return shown.append(cut ? "…'" : "'").toString();
  }

  private static void append(StringBuilder shown, int c) {
    if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
      shown.append(String.format("\\u%04x", c));
    } else {
      shown.appendCodePoint(c);
    }
  }
}
