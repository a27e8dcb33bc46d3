package io.solewire.report;

import io.solewire.result.Visible;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text in GitHub's Markdown that means nothing but itself. Entities rather than backslashes: a pipe
 * behind a backslash behind a backslash ends a table cell, an entity never does. Stateless.
 */
public final class Markdown {

  private static final Pattern TICKS = Pattern.compile("`+");

  /** Colons only where they make a link or an emoji, and a {@code w} where it makes a link. */
  private static final Pattern SPECIAL =
      Pattern.compile("[&<>|`*_\\[\\]\\\\~@#$]|:(?=[/a-zA-Z+_-])|(?i:w)(?=(?i:ww\\.))");

  private Markdown() {}

  /** One line of text, without markup, links or mentions. */
  public static String text(String text) {
    return SPECIAL
        .matcher(Visible.line(text))
        .replaceAll(found -> "&#" + found.group().codePointAt(0) + ";");
  }

  /** One line in a fixed-width face; mentions and references mean nothing in there. */
  public static String code(String text) {
    return "<code>" + text(text) + "</code>";
  }

  /** The beginning of a text, where the whole does not fit. */
  static String cut(String text, int most) {
    String visible = Visible.text(text);
    return visible == null || visible.codePointCount(0, visible.length()) <= most
        ? visible
        : visible.substring(0, visible.offsetByCodePoints(0, most)).stripTrailing() + " …";
  }

  /** As many of these as there is room for, and how many more there are. */
  static void limited(StringBuilder out, List<String> parts, int room, String more) {
    int used = 0;
    int shown = 0;
    for (String part : parts) {
      used += part.length();
      if (used > room) {
        out.append("\n").append(parts.size() - shown).append(more).append("\n");
        return;
      }
      out.append(part);
      shown++;
    }
  }

  /** The same, of the beginning of a text, where the whole does not fit. */
  static String fenced(String text, int most) {
    String beginning = cut(text, most);
    boolean whole = beginning.equals(Visible.text(text));
    return fenced(whole ? beginning : beginning + "\n(cut here; the rest is in report.html)");
  }

  /** Several lines, in a fence that nothing in them can close. */
  static String fenced(String text) {
    String visible = Visible.text(text);
    int longest = 2;
    Matcher matcher = TICKS.matcher(visible);
    while (matcher.find()) {
      longest = Math.max(longest, matcher.end() - matcher.start());
    }
    String fence = "`".repeat(longest + 1);
    return fence + "text\n" + visible + "\n" + fence + "\n";
  }
}
