package io.solewire.server.fault;

import io.solewire.server.registry.Connection;
import io.solewire.server.registry.Registry;
import java.util.concurrent.TimeUnit;

/**
 * What a connection's own end sets going is worked off a moment later, and ends whichever
 * connection the user has by then (colyseus #950; phoenix PR #5281).
 */
final class LateLeave implements Behaviour {
  private static final long LATER_MILLIS = 20;

  @Override
  public void ended(Registry registry, Connection connection) {
    registry.remove(connection);
    if (!connection.superseded()) {
      connection
          .eventLoop()
          .schedule(
              () -> registry.current(connection.key()).ifPresent(Connection::drop),
              LATER_MILLIS,
              TimeUnit.MILLISECONDS);
    }
  }
}
