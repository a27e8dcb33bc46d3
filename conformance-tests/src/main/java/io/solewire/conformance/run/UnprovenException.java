package io.solewire.conformance.run;

/** A case proved nothing: something could not be observed, or the harness failed. */
public final class UnprovenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnprovenException(String message) {
    super(message);
  }
}
