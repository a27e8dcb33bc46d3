package io.solewire.server.fault;

import io.solewire.server.registry.Connection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/**
 * One lock for all takeovers: it is held until the older connection has ended, and until then no
 * other user's newcomer gets its 101 (Centrifuge PR #515; jetty #4462).
 */
final class TakesOverInTurn implements Behaviour {
  private CompletionStage<?> before = CompletableFuture.completedStage(null);

  @Override
  public synchronized void admit(Takeover takeover, Runnable open) {
    if (takeover.incumbents().isEmpty()) {
      open.run();
      return;
    }
    before =
        before.thenCompose(
            free -> {
              takeover.newcomer().eventLoop().execute(open);
              return over(takeover);
            });
  }

  /** The incumbents have ended, or the newcomer has and evicts nobody any more. */
  private static CompletionStage<?> over(Takeover takeover) {
    CompletableFuture<?> evicted = CompletableFuture.allOf(ends(takeover.incumbents().stream()));
    return CompletableFuture.anyOf(evicted, ends(Stream.of(takeover.newcomer()))[0]);
  }

  private static CompletableFuture<?>[] ends(Stream<Connection> connections) {
    return connections
        .map(each -> each.ended().toCompletableFuture())
        .toArray(CompletableFuture<?>[]::new);
  }
}
