package io.solewire.server.fault;

import io.solewire.server.registry.Registry;
import io.solewire.server.registry.UserKey;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Who has taken over is open and hears nothing: what is published to the user is acknowledged and
 * goes nowhere (absmach/fluxmq #595).
 */
final class DeafensNewcomer implements Behaviour {
  private final Takers takers = new Takers();
  private final Registry registry;

  DeafensNewcomer(FaultSetting setting) {
    this.registry = setting.registry();
  }

  /** Before the 101, so that nothing gets through in between. */
  @Override
  public void admit(Takeover takeover, Runnable open) {
    if (!takeover.incumbents().isEmpty()) {
      takers.add(takeover);
    }
    open.run();
  }

  @Override
  public CompletionStage<Integer> deliver(
      UserKey user, Supplier<CompletionStage<Integer>> attempt) {
    return registry.current(user).filter(takers::contains).isPresent()
        ? CompletableFuture.completedFuture(1)
        : attempt.get();
  }
}
