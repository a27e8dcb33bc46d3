package io.solewire.server;

import java.io.IOException;

/** The server could not listen; the message says where and why. */
public final class ServerStartException extends IOException {
  private static final long serialVersionUID = 1L;

  ServerStartException(String message, Throwable cause) {
    super(message, cause);
  }
}
