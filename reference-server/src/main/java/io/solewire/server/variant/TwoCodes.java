package io.solewire.server.variant;

import io.solewire.server.fault.Behaviour;
import io.solewire.server.fault.Takeover;
import io.solewire.server.registry.CloseSignal;

/** Two codes mean that a newer one came, as where takeovers go two ways through the server. */
final class TwoCodes implements Behaviour {
  static final int OTHER = 4001;

  @Override
  public void evict(Takeover takeover) {
    boolean other = takeover.newcomer().epoch() % 2 == 0;
    CloseSignal told = other ? takeover.signal().withCode(OTHER) : takeover.signal();
    takeover.incumbents().forEach(older -> older.close(told));
  }
}
