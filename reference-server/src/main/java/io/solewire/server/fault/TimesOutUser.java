package io.solewire.server.fault;

import io.solewire.server.registry.CloseSignal;
import io.solewire.server.registry.Connection;
import io.solewire.server.registry.Registry;

/** Gives up the user, not the connection, from which nothing has come for too long. */
final class TimesOutUser implements Behaviour {
  private final Registry registry;

  TimesOutUser(FaultSetting setting) {
    this.registry = setting.registry();
  }

  @Override
  public void silent(Connection connection, CloseSignal signal) {
    connection.close(signal);
    registry.current(connection.key()).ifPresent(Connection::drop);
  }
}
