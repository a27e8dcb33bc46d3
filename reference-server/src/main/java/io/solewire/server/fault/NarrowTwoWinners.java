package io.solewire.server.fault;

import io.solewire.server.registry.Claim;
import io.solewire.server.registry.Connection;
import io.solewire.server.registry.Registry;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The look at the entry and its change are two steps with next to nothing between them (IZIVIA
 * ocpp-toolkit PR #44; moquette PR #561).
 */
final class NarrowTwoWinners implements Behaviour {
  private static final long WINDOW_MICROS = 200;

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
            WINDOW_MICROS,
            TimeUnit.MICROSECONDS);
  }
}
