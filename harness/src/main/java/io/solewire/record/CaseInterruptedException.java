package io.solewire.record;

/**
 * A case was stopped while it was waiting for something: its run was interrupted, or its server
 * floods it.
 */
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
