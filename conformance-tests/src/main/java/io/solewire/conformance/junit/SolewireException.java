package io.solewire.conformance.junit;

/** The suite cannot be run: its message names everything that is wrong, for people. */
public final class SolewireException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SolewireException(String message) {
    super(message);
  }

  SolewireException(String message, Throwable cause) {
    super(message, cause);
  }
}
