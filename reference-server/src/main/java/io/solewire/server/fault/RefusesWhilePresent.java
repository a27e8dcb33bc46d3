package io.solewire.server.fault;

import io.solewire.server.registry.Claim;
import io.solewire.server.registry.Connection;
import io.solewire.server.registry.Registry;
import java.util.function.Consumer;

/**
 * A key that is present is a reason to refuse whoever comes with it, dead or alive
 * (lorenzodonini/ocpp-go #314, #358).
 */
final class RefusesWhilePresent implements Behaviour {
  @Override
  public void claim(Registry registry, Connection newcomer, Consumer<Claim> next) {
    boolean present = registry.current(newcomer.key()).isPresent();
    next.accept(present ? Claim.REFUSED : registry.claim(newcomer));
  }
}
