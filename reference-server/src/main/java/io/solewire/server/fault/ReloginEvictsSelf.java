package io.solewire.server.fault;

import io.solewire.server.registry.CloseSignal;
import io.solewire.server.registry.Connection;

/** A second login finds its own connection as the incumbent, and evicts it (EMQX PR #16081). */
final class ReloginEvictsSelf implements Behaviour {
  private final CloseSignal signal;

  ReloginEvictsSelf(FaultSetting setting) {
    this.signal = setting.signal();
  }

  @Override
  public void relogin(Connection connection, Runnable answer) {
    connection.close(signal);
  }
}
