package io.solewire.server.variant;

import io.solewire.server.fault.Behaviour;
import io.solewire.server.fault.FaultSetting;
import io.solewire.server.registry.CloseSignal;
import java.util.Optional;

/** Wrong credentials get a 101 and then a Close that says so, as stacks do that upgrade first. */
final class RefusesAfterUpgrade implements Behaviour {
  static final int UNAUTHORIZED = 4401;
  private final CloseSignal refusal;

  RefusesAfterUpgrade(FaultSetting setting) {
    this.refusal =
        new CloseSignal(
            UNAUTHORIZED, "unauthorized", CloseSignal.Cause.REFUSED, setting.signal().force());
  }

  @Override
  public Optional<CloseSignal> refusal() {
    return Optional.of(refusal);
  }
}
