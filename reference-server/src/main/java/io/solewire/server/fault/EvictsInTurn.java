package io.solewire.server.fault;

import io.solewire.server.registry.Connection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * One eviction at a time in the whole server: the next incumbent is told when the one before has
 * ended, echo or force (jetty #2061; Nakama bounds each such wait).
 */
final class EvictsInTurn implements Behaviour {
  private CompletionStage<?> before = CompletableFuture.completedStage(null);

  @Override
  public synchronized void evict(Takeover takeover) {
    for (Connection incumbent : takeover.incumbents()) {
      before =
          before.thenCompose(
              ended -> {
                incumbent.close(takeover.signal());
                return incumbent.ended();
              });
    }
  }
}
