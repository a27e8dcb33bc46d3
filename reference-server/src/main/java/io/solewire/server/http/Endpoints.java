package io.solewire.server.http;

import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.solewire.server.metrics.ServerMetrics;
import io.solewire.server.registry.Connection;
import io.solewire.server.registry.Registry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What the HTTP API answers. Thread-safe. */
public final class Endpoints {
  private final Registry registry;
  private final ServerMetrics metrics;
  private final Closing closing;
  private final List<Route> routes;

  /** Endpoints over these connections and counters. */
  public Endpoints(Registry registry, ServerMetrics metrics, Closing closing) {
    this.registry = registry;
    this.metrics = metrics;
    this.closing = closing;
    this.routes =
        List.of(
            Route.of(HttpMethod.GET, "/users/{}/connections", this::list),
            Route.of(HttpMethod.DELETE, "/users/{}/connections", this::closeAll),
            Route.of(HttpMethod.DELETE, "/users/{}/connections/{}", this::closeOne),
            Route.of(HttpMethod.POST, "/users/{}/messages", this::message),
            Route.of(HttpMethod.GET, "/health", call -> ok(Map.of("status", "up"))),
            Route.of(HttpMethod.GET, "/metrics", this::metrics));
  }

  List<Route> routes() {
    return routes;
  }

  private CompletionStage<Reply> list(Call call) {
    List<CompletableFuture<ConnectionView>> views =
        registry.of(call.arguments().get(0)).stream()
            .map(connection -> connection.look(ConnectionView::of).toCompletableFuture())
            .toList();
    return CompletableFuture.allOf(views.toArray(CompletableFuture<?>[]::new))
        .thenApply(all -> views.stream().map(CompletableFuture::join).toList())
        .thenCompose(connections -> ok(Map.of("connections", connections)));
  }

  private CompletionStage<Reply> closeAll(Call call) {
    return closing.close(registry.of(call.arguments().get(0))).thenCompose(Endpoints::ok);
  }

  private CompletionStage<Reply> closeOne(Call call) {
    String user = call.arguments().get(0);
    String id = call.arguments().get(1);
    List<Connection> found =
        registry.of(user).stream().filter(connection -> connection.id().equals(id)).toList();
    if (found.isEmpty()) {
      return CompletableFuture.completedFuture(
          Reply.error(
              HttpResponseStatus.NOT_FOUND, "user " + user + " has no such connection: " + id));
    }
    return closing.close(found).thenCompose(Endpoints::ok);
  }

  private CompletionStage<Reply> message(Call call) {
    return new Delivery(registry, call.arguments().get(0), call.body())
        .attempt()
        .thenCompose(delivered -> ok(Map.of("delivered", delivered ? 1 : 0)));
  }

  private CompletionStage<Reply> metrics(Call call) {
    return CompletableFuture.completedFuture(
        new Reply(HttpResponseStatus.OK, metrics.contentType(), metrics.text(), Map.of()));
  }

  private static CompletionStage<Reply> ok(Object document) {
    return CompletableFuture.completedFuture(Reply.json(HttpResponseStatus.OK, document));
  }
}
