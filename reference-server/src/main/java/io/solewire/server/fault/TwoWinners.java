package io.solewire.server.fault;

import io.solewire.server.registry.Claim;
import io.solewire.server.registry.Connection;
import io.solewire.server.registry.Registry;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Checks, then acts: two newcomers that come within the window see the same incumbent, evict it
 * both, and both stay (HiveMQ CE PR #310). Takeovers one after the other work, because the 101 goes
 * out after the registration.
 */
final class TwoWinners implements Behaviour {
  private static final long WINDOW_MILLIS = 3;

  @Override
  public void claim(Registry registry, Connection newcomer, Consumer<Claim> next) {
    List<Connection> seen = registry.current(newcomer.key()).stream().toList();
    newcomer
        .eventLoop()
        .schedule(
            () -> {
              registry.claim(newcomer);
              next.accept(Claim.granted(seen));
            },
            WINDOW_MILLIS,
            TimeUnit.MILLISECONDS);
  }
}
