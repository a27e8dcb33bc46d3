package io.solewire.server.fault;

import io.solewire.server.registry.Claim;
import io.solewire.server.registry.Connection;
import io.solewire.server.registry.Registry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Keeps its entries with a time to live that nothing renews, as is done with a shared store: who
 * has been connected for longer is not found at the next takeover.
 */
final class ForgetsWithTime implements Behaviour {
  private static final long TIME_TO_LIVE = Duration.ofSeconds(3).toNanos();

  private final Map<Connection, Long> entered = new ConcurrentHashMap<>();

  @Override
  public void claim(Registry registry, Connection newcomer, Consumer<Claim> next) {
    entered.put(newcomer, System.nanoTime());
    Behaviour.super.claim(registry, newcomer, next);
  }

  @Override
  public void evict(Takeover takeover) {
    long now = System.nanoTime();
    takeover.evictIf(incumbent -> now - entered.getOrDefault(incumbent, now) < TIME_TO_LIVE);
  }

  @Override
  public void ended(Registry registry, Connection connection) {
    entered.remove(connection);
    Behaviour.super.ended(registry, connection);
  }
}
