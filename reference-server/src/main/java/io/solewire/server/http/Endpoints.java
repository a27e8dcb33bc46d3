package io.solewire.server.http;

import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.solewire.server.identity.Identity;
import io.solewire.server.message.Conversation;
import io.solewire.server.message.Topics;
import io.solewire.server.metrics.ServerMetrics;
import io.solewire.server.registry.Connection;
import io.solewire.server.registry.Registry;
import io.solewire.server.registry.UserKey;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the HTTP API answers. Thread-safe. */
public final class Endpoints {
  private final Conversation.Hall hall;
  private final Registry registry;
  private final Topics topics;
  private final Identity identity;
  private final ServerMetrics metrics;
  private final Closing closing;
  private final List<Route> routes;

  /** Endpoints over these connections and counters. */
  public Endpoints(Conversation.Hall hall, ServerMetrics metrics, Closing closing) {
    this.hall = hall;
    this.registry = hall.registry();
    this.topics = hall.topics();
    this.identity = hall.identity();
    this.metrics = metrics;
    this.closing = closing;
    this.routes =
        Stream.of(
                scoped(HttpMethod.GET, "/users/{}/connections", this::list),
                scoped(HttpMethod.DELETE, "/users/{}/connections", this::closeAll),
                scoped(HttpMethod.DELETE, "/users/{}/connections/{}", this::closeOne),
                scoped(HttpMethod.POST, "/users/{}/messages", this::message),
                scoped(HttpMethod.POST, "/topics/{}/messages", this::publish),
                Stream.of(
                    Route.of(HttpMethod.GET, "/health", call -> ok(Map.of("status", "up"))),
                    Route.of(HttpMethod.GET, "/metrics", this::metrics)))
            .flatMap(same -> same)
            .toList();
  }

  /** The same for those who belong to no tenant, and under the path of each tenant. */
  private static Stream<Route> scoped(
      HttpMethod method, String pattern, Function<Call, CompletionStage<Reply>> endpoint) {
    return Stream.of(
        Route.of(method, pattern, call -> endpoint.apply(call.with(""))),
        Route.of(method, "/tenants/{}" + pattern, endpoint));
  }

  private UserKey key(Call call) {
    return identity.key(call.arguments().get(0), call.arguments().get(1));
  }

  List<Route> routes() {
    return routes;
  }

  private CompletionStage<Reply> list(Call call) {
    List<CompletableFuture<ConnectionView>> views =
        registry.of(key(call)).stream()
            .map(connection -> connection.look(ConnectionView::of).toCompletableFuture())
            .toList();
    return CompletableFuture.allOf(views.toArray(CompletableFuture<?>[]::new))
        .thenApply(all -> views.stream().map(CompletableFuture::join).toList())
        .thenCompose(connections -> ok(Map.of("connections", connections)));
  }

  private CompletionStage<Reply> closeAll(Call call) {
    return closing.close(registry.of(key(call))).thenCompose(Endpoints::ok);
  }

  private CompletionStage<Reply> closeOne(Call call) {
    UserKey user = key(call);
    String id = call.arguments().get(2);
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
    return hall.deliver(key(call), call.body())
        .thenCompose(delivered -> ok(Map.of("delivered", delivered)));
  }

  private CompletionStage<Reply> publish(Call call) {
    return topics
        .publish(call.arguments().get(0), call.arguments().get(1), call.body())
        .thenCompose(delivered -> ok(Map.of("delivered", delivered)));
  }

  private CompletionStage<Reply> metrics(Call call) {
    return CompletableFuture.completedFuture(
        new Reply(HttpResponseStatus.OK, metrics.contentType(), metrics.text(), Map.of()));
  }

  private static CompletionStage<Reply> ok(Object document) {
    return CompletableFuture.completedFuture(Reply.json(HttpResponseStatus.OK, document));
  }
}
