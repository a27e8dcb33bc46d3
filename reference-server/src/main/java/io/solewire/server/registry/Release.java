package io.solewire.server.registry;

import java.util.Locale;

/** What ended the TCP connection. Immutable. */
public enum Release {
  /** The server sent Close, the peer echoed it, the server closed TCP (RFC 6455 section 7.1.1). */
  ECHOED,
  /** The server sent Close and cut TCP itself, because no echo came in time. */
  FORCED,
  /** The peer ended it: by a Close of its own, by FIN, or by RST. */
  PEER,
  /** The server ended TCP without the closing handshake. */
  DROPPED;

  /** The name as metrics and the HTTP API spell it: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
