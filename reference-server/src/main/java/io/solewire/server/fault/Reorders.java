package io.solewire.server.fault;

import io.solewire.server.registry.Connection;
import io.solewire.server.registry.Registry;
import io.solewire.server.registry.UserKey;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Every second message to a user goes the long way round, so that the next one overtakes it. No
 * server that did it was found.
 */
final class Reorders implements Behaviour {
  private static final long DETOUR_MILLIS = 30;
  private final Registry registry;
  private final Map<UserKey, Integer> messages = new ConcurrentHashMap<>();

  Reorders(FaultSetting setting) {
    this.registry = setting.registry();
  }

  @Override
  public CompletionStage<Integer> deliver(
      UserKey user, Supplier<CompletionStage<Integer>> attempt) {
    Optional<Connection> current = registry.current(user);
    if (current.isEmpty() || messages.merge(user, 1, Integer::sum) % 2 == 1) {
      return attempt.get();
    }
    current.get().eventLoop().schedule(attempt::get, DETOUR_MILLIS, TimeUnit.MILLISECONDS);
    return CompletableFuture.completedFuture(1);
  }
}
