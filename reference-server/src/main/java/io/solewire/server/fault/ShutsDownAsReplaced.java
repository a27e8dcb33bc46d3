package io.solewire.server.fault;

import io.solewire.server.registry.CloseSignal;

/** Whoever is connected when the server stops is told to have been replaced (rule J2). */
final class ShutsDownAsReplaced implements Behaviour {
  private final CloseSignal signal;

  ShutsDownAsReplaced(FaultSetting setting) {
    this.signal = setting.signal();
  }

  @Override
  public CloseSignal farewell(CloseSignal away) {
    return new CloseSignal(signal.code(), signal.reason(), away.cause(), away.force());
  }
}
