package io.solewire.server.websocket;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.util.ReferenceCountUtil;
import io.solewire.server.http.Reply;
import io.solewire.server.registry.UserKey;
import java.util.Optional;

/**
 * Takes the requests to the WebSocket endpoint and passes all others on. Not thread-safe: one per
 * TCP connection.
 */
public final class UpgradeHandler extends ChannelInboundHandlerAdapter {
  private final Admission admission;
  private boolean taken;

  /** A handler that hands complete and valid handshakes over to the admission. */
  public UpgradeHandler(Admission admission) {
    this.admission = admission;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    boolean ours = message instanceof FullHttpRequest request && UserKey.isEndpoint(request.uri());
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
    } else {
      admission.begin(ctx.channel(), request);
    }
  }
}
