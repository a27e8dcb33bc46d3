package io.solewire.server.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the route of each request of one TCP connection and answers in the order of the requests.
 * Not thread-safe: one per connection.
 */
public final class HttpApi extends SimpleChannelInboundHandler<FullHttpRequest> {
  private static final Logger LOG = LoggerFactory.getLogger(HttpApi.class);

  private final List<Route> routes;
  private CompletionStage<Void> previous = CompletableFuture.completedFuture(null);

  /** A handler that answers with these endpoints. */
  public HttpApi(Endpoints endpoints) {
    this.routes = endpoints.routes();
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
    boolean keepAlive = HttpUtil.isKeepAlive(request) && request.decoderResult().isSuccess();
    CompletionStage<Reply> reply = answer(request).exceptionally(HttpApi::failed);
    previous =
        previous
            .thenCombine(reply, (done, ready) -> ready)
            .thenAcceptAsync(ready -> ready.write(ctx.channel(), keepAlive), ctx.executor());
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    LOG.debug("HTTP connection ended: {}", cause.toString());
    ctx.close();
  }

  private CompletionStage<Reply> answer(FullHttpRequest request) {
    if (request.decoderResult().isFailure()) {
      return error(HttpResponseStatus.BAD_REQUEST, "not a request that HTTP/1.1 allows");
    }
    String path = request.uri().split("\\?", 2)[0];
    if (!path.startsWith("/")) {
      return error(HttpResponseStatus.BAD_REQUEST, "path must begin with a slash: " + path);
    }
    try {
      return route(request, path);
    } catch (IllegalArgumentException e) {
      return error(HttpResponseStatus.BAD_REQUEST, e.getMessage());
    }
  }

  private CompletionStage<Reply> route(FullHttpRequest request, String path) {
    List<String> segments = Route.split(path);
    List<String> allowed = new ArrayList<>();
    for (Route route : routes) {
      Optional<List<String>> arguments = route.match(segments);
      if (arguments.isPresent() && route.method().equals(request.method())) {
        String body = request.content().toString(StandardCharsets.UTF_8);
        return route.endpoint().apply(new Call(arguments.get(), body));
      }
      arguments.ifPresent(found -> allowed.add(route.method().name()));
    }
    if (allowed.isEmpty()) {
      return error(HttpResponseStatus.NOT_FOUND, "no such path: " + path);
    }
    String allow = allowed.stream().sorted().collect(Collectors.joining(", "));
    String message = "method must be one of " + allow + ": " + request.method();
    return CompletableFuture.completedFuture(
        Reply.error(HttpResponseStatus.METHOD_NOT_ALLOWED, message)
            .with(Map.of(HttpHeaderNames.ALLOW.toString(), allow)));
  }

  private static CompletionStage<Reply> error(HttpResponseStatus status, String message) {
    return CompletableFuture.completedFuture(Reply.error(status, message));
  }

  private static Reply failed(Throwable cause) {
    LOG.warn("an endpoint failed", cause);
    return Reply.error(HttpResponseStatus.INTERNAL_SERVER_ERROR, "the server failed");
  }
}
