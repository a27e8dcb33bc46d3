package io.solewire.server.fault;

import io.solewire.server.registry.UserKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** How many takeovers each user had within a time. Thread-safe. */
final class Tempo {
  private final Map<UserKey, Deque<Long>> takeovers = new ConcurrentHashMap<>();
  private final long window;

  Tempo(long millis) {
    this.window = TimeUnit.MILLISECONDS.toNanos(millis);
  }

  /** Counts one more takeover of the user; how many it had within the time before. */
  int count(UserKey user) {
    Deque<Long> recent = takeovers.computeIfAbsent(user, key -> new ArrayDeque<>());
    synchronized (recent) {
      long now = System.nanoTime();
      recent.removeIf(at -> now - at > window);
      recent.addLast(now);
      return recent.size() - 1;
    }
  }
}
