package io.solewire.server.fault;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.util.concurrent.Future;
import io.solewire.server.registry.Connection;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The Close waits for the end of a message that the peer has begun; if that does not come in time,
 * TCP is cut without it (Tomcat BZ 66508; Atmosphere #1786).
 */
final class FinishesMessageFirst implements Behaviour {
  @Override
  public void admit(Takeover takeover, Runnable open) {
    open.run();
    ChannelPipeline pipeline = takeover.newcomer().channel().pipeline();
    Optional.ofNullable(pipeline.context(WebSocketFrameAggregator.class))
        .filter(found -> pipeline.get(Messages.class) == null)
        .ifPresent(whole -> pipeline.addBefore(whole.name(), null, new Messages()));
  }

  @Override
  public void evict(Takeover takeover) {
    takeover.incumbents().forEach(older -> older.eventLoop().execute(() -> evict(older, takeover)));
  }

  private static void evict(Connection older, Takeover takeover) {
    Messages messages = older.channel().pipeline().get(Messages.class);
    if (messages == null || !messages.begun) {
      older.close(takeover.signal());
    } else {
      messages.waiting = () -> older.close(takeover.signal());
      takeover.signal().force().ifPresent(force -> dropAfter(older, force));
    }
  }

  private static void dropAfter(Connection older, Duration force) {
    Future<?> cut = older.eventLoop().schedule(older::drop, force.toNanos(), TimeUnit.NANOSECONDS);
    older.ended().thenRun(() -> cut.cancel(false));
  }

  /** Knows whether a message has begun and not ended. */
  private static final class Messages extends ChannelInboundHandlerAdapter {
    private boolean begun;
    private Runnable waiting;

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      if (message instanceof TextWebSocketFrame
          || message instanceof BinaryWebSocketFrame
          || message instanceof ContinuationWebSocketFrame) {
        begun = !((WebSocketFrame) message).isFinalFragment();
      }
      ctx.fireChannelRead(message);
      if (!begun && waiting != null) {
        waiting.run();
        waiting = null;
      }
    }
  }
}
