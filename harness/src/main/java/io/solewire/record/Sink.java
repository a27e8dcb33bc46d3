package io.solewire.record;

import io.solewire.history.Detail;
import io.solewire.history.EventKind;
import io.solewire.history.RunClock;

/**
 * Where a recorder's events go. Implementations are thread-safe, keep the order of the events of a
 * connection, and hand on what they lose to whoever concludes.
 */
public interface Sink {

  /**
   * Takes in an event of a connection.
   *
   * @param t nanoseconds of the run
   * @param user the user
   * @param conn the connection, empty for an event of the user
   * @param kind what happened
   * @param detail what else is known
   */
  void record(long t, String user, String conn, EventKind kind, Detail detail);

  /** The run's clock. */
  RunClock clock();

  /** True once no more of what servers say is taken in. */
  default boolean isFull() {
    return false;
  }
}
