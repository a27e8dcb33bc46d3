package io.solewire.result;

/**
 * Commands as they are typed, for whoever copies them into a POSIX shell. Stateless and
 * thread-safe.
 */
public final class Shell {

  private Shell() {}

  /**
   * One word of a command.
   *
   * @param text any text
   * @return the text as it is, or in single quotes where a shell would not leave it alone
   */
  public static String word(String text) {
    return text.matches("[\\w./:@=,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
