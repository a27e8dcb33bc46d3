package io.solewire.conformance.stage;

/**
 * A script cannot go on, because something that it waits for did not come about. What was recorded
 * so far is judged all the same; if no judge finds fault, the case is inconclusive for this reason.
 */
public final class CannotGoOnException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * With what was waited for, and for how long.
   *
   * @param message for people
   */
  public CannotGoOnException(String message) {
    super(message);
  }
}
