package io.solewire.server.fault;

import io.solewire.server.registry.Connection;
import io.solewire.server.registry.Registry;

/**
 * The end of a connection that took over is not noticed: the user keeps its place and counts as
 * online (MongooseIM@f25344cda).
 */
final class StaysOnline implements Behaviour {
  private final Takers takers = new Takers();

  @Override
  public void evict(Takeover takeover) {
    takers.add(takeover);
    Behaviour.super.evict(takeover);
  }

  @Override
  public void ended(Registry registry, Connection connection) {
    if (takers.contains(connection)) {
      registry.leave(connection);
    } else {
      registry.remove(connection);
    }
  }
}
