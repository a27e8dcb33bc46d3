package io.solewire.server.fault;

/** No fault has that name; the message lists those there are, and the nearest one. */
public final class UnknownFaultException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  UnknownFaultException(String message) {
    super(message);
  }
}
