package io.solewire.result;

import java.util.HexFormat;

/**
 * Makes what a server sent safe to look at: characters that XML 1.0 forbids, that cannot be
 * encoded, or that are invisible and change how the text around them reads become {@code \\uXXXX}.
 * Stateless and thread-safe.
 */
public final class Visible {

  private static final HexFormat HEX = HexFormat.of();

  private Visible() {}

  /** The text with line feeds and tabs kept; null stays null. */
  public static String text(String text) {
    if (text == null) {
      return null;
    }
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (harmful(c)) {
                escape(out, c);
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }

  /** The text on one line; null becomes the empty text. */
  public static String line(String text) {
    return text == null ? "" : text(text).replaceAll("[\\n\\t]+ *", " ").strip();
  }

  /** Only what UTF-8 cannot carry; inside JSON the escape means the character itself. */
  public static String encodable(String json) {
    StringBuilder out = new StringBuilder(json.length());
    json.codePoints()
        .forEach(
            c -> {
              if (Character.getType(c) == Character.SURROGATE) {
                escape(out, c);
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }

  private static boolean harmful(int c) {
    if (c == '\n' || c == '\t') {
      return false;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      // The joiners are part of ordinary words and emoji; the other format characters hide.
      case Character.FORMAT -> c != 0x200C && c != 0x200D && c != 0x00AD && !isTag(c);
      default -> (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
    };
  }

  /** Tags spell the flags of regions. */
  private static boolean isTag(int c) {
    return c >= 0xE0020 && c <= 0xE007F;
  }

  private static void escape(StringBuilder out, int c) {
    for (char unit : Character.toChars(c)) {
      out.append("\\u").append(HEX.toHexDigits(unit));
    }
  }
}
