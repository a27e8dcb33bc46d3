package io.solewire.server.fault;

import io.solewire.server.registry.Connection;
import io.solewire.server.registry.Registry;
import java.util.concurrent.TimeUnit;

/**
 * Joins first and then closes all others of the user: two that come together close each other, and
 * nobody is left (foxglove-sdk PR #1196, its mirror race).
 */
final class KillsEachOther implements Behaviour {
  private static final long JOINING_MICROS = 300;
  private final Registry registry;

  KillsEachOther(FaultSetting setting) {
    this.registry = setting.registry();
  }

  @Override
  public void evict(Takeover takeover) {
    Behaviour.super.evict(takeover);
    Connection newcomer = takeover.newcomer();
    newcomer
        .eventLoop()
        .schedule(() -> closeOthers(takeover), JOINING_MICROS, TimeUnit.MICROSECONDS);
  }

  private void closeOthers(Takeover takeover) {
    Connection newcomer = takeover.newcomer();
    registry.of(newcomer.key()).stream()
        .filter(other -> other != newcomer)
        .forEach(other -> other.close(takeover.signal()));
  }
}
