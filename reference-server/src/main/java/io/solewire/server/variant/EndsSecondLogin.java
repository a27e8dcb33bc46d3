package io.solewire.server.variant;

import io.solewire.server.fault.Behaviour;
import io.solewire.server.fault.FaultSetting;
import io.solewire.server.registry.CloseSignal;
import io.solewire.server.registry.Connection;

/** A second login is an error, and ends the connection with a code of its own (Discord 4005). */
final class EndsSecondLogin implements Behaviour {
  private static final int ALREADY = 4005;
  private final CloseSignal error;

  EndsSecondLogin(FaultSetting setting) {
    this.error =
        new CloseSignal(
            ALREADY, "already authenticated", CloseSignal.Cause.PROTOCOL, setting.signal().force());
  }

  @Override
  public void relogin(Connection connection, Runnable answer) {
    connection.close(error);
  }
}
