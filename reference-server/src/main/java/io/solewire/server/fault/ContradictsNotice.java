package io.solewire.server.fault;

import io.solewire.server.registry.CloseSignal;

/** A message says "superseded", and the Close frame after it that all is well (rails #23309). */
final class ContradictsNotice implements Behaviour {
  private static final int NORMAL_CLOSURE = 1000;

  @Override
  public void evict(Takeover takeover) {
    CloseSignal told = takeover.signal();
    CloseSignal bye =
        new CloseSignal(NORMAL_CLOSURE, "bye", told.cause(), told.force()).withNotice(true);
    takeover.incumbents().forEach(incumbent -> incumbent.close(bye));
  }
}
