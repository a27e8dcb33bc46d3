package io.solewire.server.websocket;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.ReferenceCountUtil;
import io.solewire.server.http.Reply;
import io.solewire.server.identity.RefusedException;
import io.solewire.server.identity.Target;
import java.util.Map;
import java.util.Optional;

/**
 * Takes the requests to the WebSocket endpoint and passes all others on. Not thread-safe: one per
 * TCP connection.
 */
public final class UpgradeHandler extends ChannelInboundHandlerAdapter {
  private static final int UNAUTHORIZED = 401;

  private final Doors doors;
  private boolean taken;

  /** A handler that leads complete and valid handshakes through these doors. */
  public UpgradeHandler(Doors doors) {
    this.doors = doors;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    boolean ours = message instanceof FullHttpRequest request && Target.isEndpoint(request.uri());
    if (!ours && !taken) {
      ctx.fireChannelRead(message);
      return;
    }
    try {
      if (!taken) { // whatever follows a handshake on the same connection is no request any more
        upgrade(ctx, (FullHttpRequest) message);
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  private void upgrade(ChannelHandlerContext ctx, FullHttpRequest request) {
    taken = true;
    Optional<Reply> refusal = UpgradeCheck.refusal(request);
    if (refusal.isPresent()) {
      refusal.get().write(ctx.channel(), false);
      return;
    }
    Runnable door;
    try {
      door = doors.find(ctx.channel(), request);
    } catch (RefusedException e) {
      Reply.error(HttpResponseStatus.valueOf(e.status()), e.getMessage())
          .with(e.status() == UNAUTHORIZED ? Map.of("WWW-Authenticate", "Bearer") : Map.of())
          .write(ctx.channel(), false);
      return;
    } catch (IllegalArgumentException e) {
      Reply.error(HttpResponseStatus.BAD_REQUEST, e.getMessage()).write(ctx.channel(), false);
      return;
    }
    door.run();
  }
}
