package io.solewire.server.message;

import io.solewire.server.registry.Connection;
import io.solewire.server.registry.Registry;
import io.solewire.server.registry.UserKey;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Brings one message to a user's live connections, at most once to each. If none of them accepts it
 * because they have been superseded, the message goes to their successors. Immutable.
 */
public record Delivery(Registry registry, UserKey user, String text) {

  /** How many connections accepted the message; not whether the peers have read it. */
  public CompletionStage<Integer> attempt() {
    List<Connection> holders = registry.holders(user);
    return send(holders, text)
        .thenCompose(
            accepted ->
                accepted > 0 || holders.equals(registry.holders(user))
                    ? CompletableFuture.completedFuture(accepted)
                    : attempt());
  }

  /** Sends a text to each; how many accepted it. */
  static CompletionStage<Integer> send(List<Connection> connections, String text) {
    List<CompletableFuture<Boolean>> sent =
        connections.stream().map(each -> each.send(text).toCompletableFuture()).toList();
    return CompletableFuture.allOf(sent.toArray(CompletableFuture<?>[]::new))
        .thenApply(all -> (int) sent.stream().filter(CompletableFuture::join).count());
  }
}
