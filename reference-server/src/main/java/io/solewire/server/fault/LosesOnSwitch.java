package io.solewire.server.fault;

import io.solewire.server.registry.UserKey;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * What comes during a takeover is queued for the one that is going, and dies with it (EMQX PR
 * #6396). The sender is told that it was accepted.
 */
final class LosesOnSwitch implements Behaviour {
  private static final long LOSING_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private final Map<UserKey, Long> switched = new ConcurrentHashMap<>();

  /** Before the 101, so that whoever has read it is inside. */
  @Override
  public void admit(Takeover takeover, Runnable open) {
    if (!takeover.incumbents().isEmpty()) {
      switched.put(takeover.newcomer().key(), System.nanoTime());
    }
    open.run();
  }

  @Override
  public CompletionStage<Integer> deliver(
      UserKey user, Supplier<CompletionStage<Integer>> attempt) {
    Long at = switched.get(user);
    return at != null && System.nanoTime() - at < LOSING_NANOS
        ? CompletableFuture.completedFuture(1)
        : attempt.get();
  }
}
