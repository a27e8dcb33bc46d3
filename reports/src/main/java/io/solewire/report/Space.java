package io.solewire.report;

import io.solewire.result.Visible;
import java.nio.charset.StandardCharsets;

/** How much may still be put into a page that is to stay small. Not thread-safe. */
final class Space {

  /** A page of 2 MB holds its scripts, its styles, a line for each case, and so many bytes. */
  static final int OF_A_PAGE = 1_300_000;

  /** Of what is escaped, in bytes. */
  private static final int ESCAPED = 6;

  private long left;

  Space(long bytes) {
    left = bytes;
  }

  /** Takes room for texts that are escaped; nothing is taken where there is not enough. */
  boolean take(String... texts) {
    long bytes = 0;
    for (String text : texts) {
      bytes += text == null ? 0 : weight(Visible.text(text));
    }
    if (bytes > left) {
      return false;
    }
    left -= bytes;
    return true;
  }

  private static long weight(String text) {
    long special = text.chars().filter(c -> "<>&\"'".indexOf(c) >= 0).count();
    return text.getBytes(StandardCharsets.UTF_8).length + special * (ESCAPED - 1);
  }
}
