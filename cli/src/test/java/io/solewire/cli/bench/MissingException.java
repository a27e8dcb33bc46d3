package io.solewire.cli.bench;

/** Something that a yardstick needs is not on this machine. */
final class MissingException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * For a yardstick that cannot be had.
   *
   * @param message what is missing, and what was expected
   */
  MissingException(String message) {
    super(message);
  }
}
