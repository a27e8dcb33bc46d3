package io.solewire.server.fault;

import io.solewire.server.registry.Connection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The connections that took over from another one and have not ended. Thread-safe. */
final class Takers {
  private final Set<Connection> takers = ConcurrentHashMap.newKeySet();

  /** Remembers the newcomer of a takeover until it ends. */
  void add(Takeover takeover) {
    Connection newcomer = takeover.newcomer();
    takers.add(newcomer);
    newcomer.ended().thenRun(() -> takers.remove(newcomer));
  }

  /** Whether it took over, asked before its end is over. */
  boolean contains(Connection connection) {
    return takers.contains(connection);
  }
}
