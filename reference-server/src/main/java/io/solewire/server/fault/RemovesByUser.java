package io.solewire.server.fault;

import io.solewire.server.registry.Connection;
import io.solewire.server.registry.Registry;

/**
 * The end of an older connection removes its user, and with it the newcomer, which then gets no
 * message and is not found by the next one (Netflix/zuul PR 1280; moquette #108). However the older
 * one ends: by its echo, late, by FIN or by RST.
 */
final class RemovesByUser implements Behaviour {
  @Override
  public void ended(Registry registry, Connection connection) {
    registry.leave(connection);
    registry.forget(connection.key());
  }
}
