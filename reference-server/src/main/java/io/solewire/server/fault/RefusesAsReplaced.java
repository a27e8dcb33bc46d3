package io.solewire.server.fault;

import io.solewire.server.registry.CloseSignal;
import java.util.Optional;

/** One who was never let in is told to have been replaced (affinidi mediator PR #718). */
final class RefusesAsReplaced implements Behaviour {
  private final CloseSignal signal;

  RefusesAsReplaced(FaultSetting setting) {
    this.signal = setting.signal();
  }

  @Override
  public Optional<CloseSignal> refusal() {
    return Optional.of(signal);
  }
}
