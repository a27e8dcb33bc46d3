package io.solewire.server.fault;

import io.solewire.server.registry.Claim;
import io.solewire.server.registry.Connection;
import io.solewire.server.registry.Registry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Checks, then acts: two newcomers that come within the window see the same incumbent, evict it
 * both, and both stay (HiveMQ CE PR #310; with next to no window, moquette PR #561). Takeovers one
 * after the other work, because the 101 goes out after the registration.
 */
final class TwoWinners implements Behaviour {
  private final Duration window;

  /**
   * With a window.
   *
   * @param window between the look and the registration
   */
  TwoWinners(Duration window) {
    this.window = window;
  }

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
            window.toNanos(),
            TimeUnit.NANOSECONDS);
  }
}
