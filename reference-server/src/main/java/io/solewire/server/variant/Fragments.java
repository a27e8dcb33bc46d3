package io.solewire.server.variant;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.solewire.server.fault.Behaviour;

/** Each message goes out in three fragments, with no regard for characters (RFC 6455 5.4). */
final class Fragments implements Behaviour {
  @Override
  public void connected(ChannelPipeline pipeline) {
    String whole = pipeline.context(HttpObjectAggregator.class).name();
    pipeline.addAfter(whole, null, new Splitter());
  }

  /** Splits texts. */
  private static final class Splitter extends ChannelOutboundHandlerAdapter {
    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
      if (!(message instanceof TextWebSocketFrame text) || text.content().readableBytes() < 3) {
        ctx.write(message, promise);
        return;
      }
      ByteBuf content = text.content();
      int third = content.readableBytes() / 3;
      ctx.write(new TextWebSocketFrame(false, text.rsv(), content.readRetainedSlice(third)));
      ctx.write(new ContinuationWebSocketFrame(false, 0, content.readRetainedSlice(third)));
      ctx.write(new ContinuationWebSocketFrame(true, 0, content), promise);
    }
  }
}
