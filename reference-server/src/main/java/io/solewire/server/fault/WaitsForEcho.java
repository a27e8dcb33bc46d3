package io.solewire.server.fault;

import io.solewire.server.registry.CloseSignal;
import io.solewire.server.registry.Connection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The newcomer gets its 101 only after the older connection has ended, and nothing ever cuts that
 * one: a silent incumbent locks its user out for ever (VerneMQ PR #2524).
 */
final class WaitsForEcho implements Behaviour {
  @Override
  public void admit(Takeover takeover, Runnable open) {
    if (takeover.incumbents().isEmpty()) {
      open.run();
      return;
    }
    CloseSignal patient = takeover.signal().withoutForce();
    takeover.incumbents().forEach(incumbent -> incumbent.close(patient));
    CompletableFuture<?>[] ends =
        takeover.incumbents().stream()
            .map(Connection::ended)
            .map(CompletionStage::toCompletableFuture)
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(ends).thenRunAsync(open, takeover.newcomer().eventLoop());
  }
}
