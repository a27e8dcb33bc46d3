package io.solewire.server.fault;

import io.solewire.server.registry.Connection;
import io.solewire.server.registry.Status;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Cuts off an evicted connection once it has been silent for long: who goes on stays. */
final class PutsOffCut implements Behaviour {
  private final Map<Connection, Future<?>> cuts = new ConcurrentHashMap<>();
  private volatile Duration force = Duration.ofSeconds(5);

  @Override
  public void evict(Takeover takeover) {
    takeover.signal().force().ifPresent(declared -> force = declared);
    for (Connection older : takeover.incumbents()) {
      older.close(takeover.signal().withoutForce());
      putOff(older);
    }
  }

  @Override
  public boolean serves(Connection connection) {
    if (connection.status() == Status.SUPERSEDED) {
      putOff(connection);
    }
    return connection.served();
  }

  private void putOff(Connection evicted) {
    Future<?> later =
        evicted
            .eventLoop()
            .schedule(() -> evicted.channel().close(), force.toNanos(), TimeUnit.NANOSECONDS);
    Future<?> before = cuts.put(evicted, later);
    if (before != null) {
      before.cancel(false);
    }
  }
}
