package io.solewire.server.http;

import io.solewire.server.registry.Connection;
import io.solewire.server.registry.Registry;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Brings one message to a user's current connection, at most once. If that connection is superseded
 * before it has accepted the message, the message goes to its successor.
 */
record Delivery(Registry registry, String user, String text) {

  /** Whether a connection accepted the message; not whether the peer has read it. */
  CompletionStage<Boolean> attempt() {
    Optional<Connection> current = registry.current(user);
    if (current.isEmpty()) {
      return CompletableFuture.completedFuture(false);
    }
    return current
        .get()
        .send(text)
        .thenCompose(
            accepted ->
                accepted || current.equals(registry.current(user))
                    ? CompletableFuture.completedFuture(accepted)
                    : attempt());
  }
}
