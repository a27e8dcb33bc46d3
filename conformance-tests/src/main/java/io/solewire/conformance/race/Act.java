package io.solewire.conformance.race;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a connection does in a race. */
public enum Act {
  /** It is connected and admitted before the race begins. */
  THERE,

  /** The last byte of its deciding step, which was held back, is written. */
  CONNECT,

  /** It begins to connect, on a thread of its own, from the TCP connection on. */
  START,

  /** Before the race it begins a text message and does not end it (RFC 6455 section 5.4). */
  HALF,

  /** It sends a hundred probes without waiting for their answers. */
  FLOOD,

  /** It sends a Close frame of its own, as a client that leaves. */
  CLOSE,

  /** It ends TCP by RST. */
  RESET;

  /** True if a connection can begin its life in a race with this. */
  public boolean begins() {
    return this == THERE || this == CONNECT || this == START;
  }

  /** True for what is done before the race begins, and so has no instant. */
  public boolean isBefore() {
    return this == THERE || this == HALF;
  }

  /** Its name in the text of a schedule. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Act> of(String text) {
    return Arrays.stream(values()).filter(act -> act.text().equals(text)).findFirst();
  }
}
