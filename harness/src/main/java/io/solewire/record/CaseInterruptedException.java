package io.solewire.record;

/** The run was interrupted while a case was waiting for something. */
public final class CaseInterruptedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * With what was waited for.
   *
   * @param message for people
   */
  public CaseInterruptedException(String message) {
    super(message);
  }
}
