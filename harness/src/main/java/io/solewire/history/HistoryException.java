package io.solewire.history;

/** A history that cannot be written or read; the message says where and why. */
public final class HistoryException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * With a message for people.
   *
   * @param message where and why
   */
  public HistoryException(String message) {
    super(message);
  }
}
