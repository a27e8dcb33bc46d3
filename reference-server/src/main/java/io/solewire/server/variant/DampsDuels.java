package io.solewire.server.variant;

import io.solewire.server.fault.Behaviour;
import io.solewire.server.registry.Claim;
import io.solewire.server.registry.Connection;
import io.solewire.server.registry.Registry;
import io.solewire.server.registry.UserKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A user who has been taken over more than 20 times in a second keeps the incumbent, and whoever
 * comes is refused with 409 (affinidi mediator: 3 times in 5 s).
 */
final class DampsDuels implements Behaviour {
  static final int AFTER = 20;

  /** A little shorter than declared, because clients see requests earlier than the server does. */
  private static final long WINDOW_NANOS = TimeUnit.MILLISECONDS.toNanos(900);

  private final Map<UserKey, Deque<Long>> takeovers = new ConcurrentHashMap<>();

  @Override
  public void claim(Registry registry, Connection newcomer, Consumer<Claim> next) {
    Deque<Long> recent = takeovers.computeIfAbsent(newcomer.key(), key -> new ArrayDeque<>());
    Claim claim;
    synchronized (recent) {
      long now = System.nanoTime();
      recent.removeIf(at -> now - at > WINDOW_NANOS);
      boolean held = registry.current(newcomer.key()).filter(Connection::served).isPresent();
      claim = held && recent.size() > AFTER ? Claim.REFUSED : registry.claim(newcomer);
      if (!claim.superseded().isEmpty()) {
        recent.addLast(now);
      }
    }
    next.accept(claim);
  }
}
