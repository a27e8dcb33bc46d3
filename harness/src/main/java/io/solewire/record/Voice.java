package io.solewire.record;

/**
 * How a connection's client is made to speak. Implementations are thread-safe, do not block, keep
 * the order of the calls, and send nothing before the upgrade is through.
 */
public interface Voice {

  /** Sends one text frame. */
  void text(String text);

  /** Sends one binary frame. */
  void binary(byte[] payload);

  /** Sends a Ping. */
  void ping(byte[] payload);
}
