package io.solewire.simulation.calibrate;

/** What the bare client does again and again. */
public enum Work {
  /** Connect as a user that nobody else is, read the 101, reset. */
  HANDSHAKE,
  /** Connect as a user that is connected, read the 101 and the older one's Close, reset that. */
  TAKEOVER,
  /** Connect once, read the 101, and stay. */
  HOLD
}
