package io.solewire.server.fault;

import io.solewire.server.registry.Connection;

/** The older connection sees a bare FIN, which is code 1006 to it (mosquitto #2340). */
final class DropsWithoutClose implements Behaviour {
  @Override
  public void evict(Takeover takeover) {
    takeover.incumbents().forEach(Connection::drop);
  }
}
