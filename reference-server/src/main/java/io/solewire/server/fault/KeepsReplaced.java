package io.solewire.server.fault;

import io.solewire.server.registry.Connection;
import io.solewire.server.registry.Registry;

/** Never takes a replaced connection off the list of its user's connections. */
final class KeepsReplaced implements Behaviour {
  @Override
  public void ended(Registry registry, Connection connection) {
    if (!connection.superseded()) {
      registry.remove(connection);
    }
  }
}
