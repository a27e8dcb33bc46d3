package io.solewire.server.http;

import io.solewire.server.registry.CloseSignal;
import io.solewire.server.registry.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Closes connections on request, all at once, and reports on each. Immutable.
 *
 * @param signal what they are told
 * @param patience how long the answer waits at most for all of them
 */
public record Closing(CloseSignal signal, Duration patience) {

  /** How many have ended, and which have not and why. */
  record Report(long closed, List<Failure> failed) {}

  /** One that has not ended. */
  record Failure(String id, String reason) {}

  /** Completes when all have ended, or after the patience; a failure of one affects no other. */
  CompletionStage<Report> close(List<Connection> connections) {
    connections.forEach(connection -> connection.close(signal));
    List<CompletableFuture<Failure>> outcomes = connections.stream().map(this::outcome).toList();
    return CompletableFuture.allOf(outcomes.toArray(CompletableFuture<?>[]::new))
        .thenApply(all -> report(outcomes));
  }

  private CompletableFuture<Failure> outcome(Connection connection) {
    return connection
        .ended()
        .<Failure>thenApply(release -> null)
        .toCompletableFuture()
        .completeOnTimeout(failure(connection), patience.toNanos(), TimeUnit.NANOSECONDS);
  }

  private Failure failure(Connection connection) {
    String reason = "TCP has not ended within " + patience.toMillis() + " ms";
    return new Failure(connection.id(), "failed to close " + connection.id() + ": " + reason);
  }

  private static Report report(List<CompletableFuture<Failure>> outcomes) {
    List<Failure> failed =
        outcomes.stream().map(CompletableFuture::join).flatMap(Stream::ofNullable).toList();
    return new Report(outcomes.size() - failed.size(), failed);
  }
}
