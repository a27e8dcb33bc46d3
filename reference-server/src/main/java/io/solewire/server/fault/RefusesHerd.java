package io.solewire.server.fault;

import io.solewire.server.registry.Claim;
import io.solewire.server.registry.Connection;
import io.solewire.server.registry.Registry;
import io.solewire.server.registry.UserKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * When many users who had gone come back at once, every fifth meets its own old entry, whose
 * removal is queued behind the others', and is refused (mattermost-webapp PR #10960; EMQX PR
 * #17424).
 */
final class RefusesHerd implements Behaviour {
  private static final long AT_ONCE_NANOS = TimeUnit.MILLISECONDS.toNanos(300);
  private static final int HERD = 15;
  private static final int EVERY = 5;
  private final Set<UserKey> gone = new HashSet<>();
  private final Deque<Long> returns = new ArrayDeque<>();
  private int inHerd;

  @Override
  public void claim(Registry registry, Connection newcomer, Consumer<Claim> next) {
    next.accept(isRefused(newcomer.key()) ? Claim.REFUSED : registry.claim(newcomer));
  }

  @Override
  public void ended(Registry registry, Connection connection) {
    registry.remove(connection);
    if (registry.current(connection.key()).isEmpty()) {
      leave(connection.key());
    }
  }

  private synchronized void leave(UserKey user) {
    gone.add(user);
  }

  private synchronized boolean isRefused(UserKey user) {
    if (!gone.remove(user)) {
      return false;
    }
    long now = System.nanoTime();
    returns.removeIf(at -> now - at > AT_ONCE_NANOS);
    returns.addLast(now);
    return returns.size() > HERD && inHerd++ % EVERY == 0;
  }
}
