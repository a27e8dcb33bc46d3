package io.solewire.server.registry;

/**
 * Told about the life of a connection, on that connection's event loop. Implementations are called
 * by many threads, for different connections at once, and must not block.
 */
public interface ConnectionListener {

  /** The 101 is written: the connection is served from now on. */
  default void opened(Connection connection) {}

  /**
   * Our Close frame has been handed to TCP. Not called where it never was, as with a peer that does
   * not read.
   *
   * @param nanos time since the closing was asked for
   */
  default void closeSent(Connection connection, CloseSignal signal, long nanos) {}

  /** The TCP connection has ended. Called exactly once per connection. */
  default void ended(Connection connection, Release release) {}
}
