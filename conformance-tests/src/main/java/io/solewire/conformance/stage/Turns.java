package io.solewire.conformance.stage;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * To which node of a cluster the next connection of a user goes: to each in turn, as a balancer
 * would have it, and each user begins at another one. Thread-safe.
 */
final class Turns {

  private final AtomicInteger users = new AtomicInteger();
  private final Map<String, AtomicInteger> next = new ConcurrentHashMap<>();

  /**
   * Takes a turn.
   *
   * @param nodes how many there are
   * @return which, counted from 0
   */
  int next(String user, int nodes) {
    return nodes == 1
        ? 0
        : next.computeIfAbsent(user, first -> new AtomicInteger(users.getAndIncrement()))
                .getAndIncrement()
            % nodes;
  }
}
