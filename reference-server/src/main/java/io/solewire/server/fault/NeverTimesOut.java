package io.solewire.server.fault;

import io.solewire.server.registry.CloseSignal;
import io.solewire.server.registry.Connection;

/** The dead are kept (mozilla-services/autopush #65). */
final class NeverTimesOut implements Behaviour {
  @Override
  public void silent(Connection connection, CloseSignal signal) {
    // That is the fault.
  }
}
