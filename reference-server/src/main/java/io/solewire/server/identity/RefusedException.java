package io.solewire.server.identity;

/** The visitor is not let in; the message says why. */
public final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;

  RefusedException(int status, String message) {
    super(message);
    this.status = status;
  }

  /** The HTTP status that says the same. */
  public int status() {
    return status;
  }
}
