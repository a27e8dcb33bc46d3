package io.solewire.server.variant;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.ReferenceCountUtil;
import io.solewire.server.fault.Behaviour;
import java.util.Set;

/** A request that is no handshake gets no answer but the end of TCP (libwebsockets). */
final class HangsUpOnMalformed implements Behaviour {
  private static final Set<HttpResponseStatus> MALFORMED =
      Set.of(HttpResponseStatus.BAD_REQUEST, HttpResponseStatus.UPGRADE_REQUIRED);

  @Override
  public void connected(ChannelPipeline pipeline) {
    String whole = pipeline.context(HttpObjectAggregator.class).name();
    pipeline.addAfter(whole, null, new Silence());
  }

  /** Closes instead of answering so. */
  private static final class Silence extends ChannelOutboundHandlerAdapter {
    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
      if (message instanceof HttpResponse answer && MALFORMED.contains(answer.status())) {
        ReferenceCountUtil.release(message);
        ctx.close(promise);
      } else {
        ctx.write(message, promise);
      }
    }
  }
}
