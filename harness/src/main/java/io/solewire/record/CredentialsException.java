package io.solewire.record;

/** A user could not log in, or no account is free; says which, and what was tried. */
public final class CredentialsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * With what was wrong.
   *
   * @param message for people, without secrets
   */
  public CredentialsException(String message) {
    super(message);
  }
}
