package io.solewire.server.variant;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.solewire.server.fault.Behaviour;
import io.solewire.server.fault.Takeover;
import java.util.concurrent.TimeUnit;

/** Of the Pings of 10 ms only the last is answered, as RFC 6455 section 5.5.3 allows. */
final class AnswersLastPing implements Behaviour {
  private static final long TOGETHER_MILLIS = 10;

  @Override
  public void admit(Takeover takeover, Runnable open) {
    open.run();
    ChannelPipeline pipeline = takeover.newcomer().channel().pipeline();
    var whole = pipeline.context(WebSocketFrameAggregator.class);
    if (whole != null) {
      pipeline.addAfter(whole.name(), null, new Collector());
    }
  }

  /** Passes a Ping on when no other has come for as long. */
  private static final class Collector extends ChannelInboundHandlerAdapter {
    private PingWebSocketFrame last;

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      if (!(message instanceof PingWebSocketFrame ping)) {
        ctx.fireChannelRead(message);
        return;
      }
      if (last == null) {
        ctx.executor().schedule(() -> pass(ctx), TOGETHER_MILLIS, TimeUnit.MILLISECONDS);
      } else {
        last.release();
      }
      last = ping;
    }

    private void pass(ChannelHandlerContext ctx) {
      ctx.fireChannelRead(last);
      last = null;
    }
  }
}
