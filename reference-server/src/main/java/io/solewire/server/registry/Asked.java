package io.solewire.server.registry;

import io.solewire.server.flight.EvictionEvent;
import io.solewire.server.flight.QueueingEvent;

/** That a connection was asked to close, and what a flight recording shows of it. For one close. */
final class Asked {
  private final long nanos = System.nanoTime();
  private final EvictionEvent eviction = EvictionEvent.begun();
  private final QueueingEvent queueing;

  /**
   * It is asked now.
   *
   * @param handedOver true if its event loop is another thread, for which it waits
   */
  Asked(boolean handedOver) {
    queueing = handedOver ? QueueingEvent.begun() : null;
  }

  /** Nanoseconds since then. */
  long since() {
    return System.nanoTime() - nanos;
  }

  /** The event loop has taken it. */
  void taken(String id) {
    if (queueing != null) {
      queueing.taken(id);
    }
  }

  /** The Close frame is handed to TCP. */
  void told(Connection connection, boolean takeover) {
    if (takeover) {
      eviction.told(connection.user(), connection.id());
    }
  }
}
