package io.solewire.server.fault;

import io.solewire.server.registry.Claim;
import io.solewire.server.registry.Connection;
import io.solewire.server.registry.Registry;
import io.solewire.server.registry.UserKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * After so many takeovers the user's queue is stuck: whoever comes next waits for ever (VerneMQ PR
 * #2524). The end of the one who waits is all that ends it.
 */
final class LocksOut implements Behaviour {
  private static final int WEDGED_AFTER = 30;
  private final Map<UserKey, Integer> takeovers = new ConcurrentHashMap<>();

  @Override
  public void claim(Registry registry, Connection newcomer, Consumer<Claim> next) {
    if (takeovers.getOrDefault(newcomer.key(), 0) < WEDGED_AFTER) {
      next.accept(registry.claim(newcomer));
    } else {
      newcomer.ended().thenRun(() -> next.accept(Claim.REFUSED));
    }
  }

  @Override
  public void evict(Takeover takeover) {
    takeovers.merge(takeover.newcomer().key(), 1, Integer::sum);
    Behaviour.super.evict(takeover);
  }
}
