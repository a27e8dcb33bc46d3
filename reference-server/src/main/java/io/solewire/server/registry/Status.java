package io.solewire.server.registry;

import java.util.Locale;

/** Where a connection stands in its life. Immutable. */
public enum Status {
  /** It has claimed its user's place; its 101 has not been written yet. */
  OPENING,
  /** It is served: what it sends takes effect, and it may be sent messages. */
  OPEN,
  /** A newer connection of its user took over; its Close frame is out, TCP has not ended yet. */
  SUPERSEDED,
  /** It is being closed for any other reason. */
  CLOSING,
  /** Its TCP connection has ended. */
  ENDED;

  /** The name as the HTTP API spells it: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
