package io.solewire.cli.load;

/** The process of a load failed. */
public final class LoadException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * With a reason.
   *
   * @param message what went wrong
   */
  public LoadException(String message) {
    super(message);
  }
}
