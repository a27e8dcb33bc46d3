package io.solewire.record;

import io.solewire.profile.Credentials;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * Accounts that are lent out to one case at a time and rest in between, so that no case meets what
 * is left of another one's connections. Thread-safe.
 */
final class Accounts {

  private static final long PATIENCE = Duration.ofSeconds(60).toNanos();

  private final Map<String, Map<String, String>> byUser = new HashMap<>();
  private final Queue<Rested> free = new ArrayDeque<>();
  private final long rest;

  private record Rested(String user, long from) {}

  Accounts(List<Map<String, String>> rows, Duration rest) {
    this.rest = rest.toNanos();
    long now = System.nanoTime();
    for (Map<String, String> row : rows) {
      byUser.put(row.get(Credentials.USER), row);
      free.add(new Rested(row.get(Credentials.USER), now));
    }
  }

  int count() {
    return byUser.size();
  }

  /** What is known about a user; nothing about one that is none of ours. */
  Map<String, String> of(String user) {
    return byUser.getOrDefault(user, Map.of());
  }

  synchronized String lend() {
    long deadline = System.nanoTime() + PATIENCE;
    try {
      while (true) {
        long now = System.nanoTime();
        Rested next = free.peek();
        if (next != null && next.from() <= now) {
          return free.remove().user();
        }
        long until = next == null ? deadline : Math.min(next.from(), deadline);
        if (now >= deadline) {
          throw new CredentialsException(
              "credentials: none of " + byUser.size() + " accounts became free in 60 s");
        }
        long millis = Math.max(1, (until - now) / 1_000_000);
        wait(millis);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CaseInterruptedException("interrupted while waiting for an account");
    }
  }

  synchronized void giveBack(String user) {
    if (byUser.containsKey(user)) {
      free.add(new Rested(user, System.nanoTime() + rest));
      notifyAll();
    }
  }
}
