package io.solewire.wire;

import java.io.IOException;

/** No TCP (or TLS) connection to the target came about. The message says to where and why. */
public final class ConnectFailedException extends IOException {

  private static final long serialVersionUID = 1L;

  ConnectFailedException(String target, IOException cause) {
    super("cannot connect to " + target + ": " + reason(cause), cause);
  }

  private static String reason(IOException cause) {
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
