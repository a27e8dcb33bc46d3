package io.solewire.server.fault;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpObjectAggregator;

/**
 * The tenant is cut out of every request, so that the same name in two tenants is one user
 * everywhere: in admission, messages, presence and the HTTP API (bytebeamio/rumqtt PR #564).
 */
final class OneTenant implements Behaviour {
  @Override
  public void connected(ChannelPipeline pipeline) {
    String whole = pipeline.context(HttpObjectAggregator.class).name();
    pipeline.addAfter(whole, null, new TenantCutter());
  }

  private static String cut(String target) {
    return target
        .replaceFirst("^/(ws|auth|presence)/[^/?]+", "/$1")
        .replaceFirst("^/tenants/[^/?]+/", "/");
  }

  /** Changes the target of each request, and passes on what is none. */
  private static final class TenantCutter extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      if (message instanceof FullHttpRequest request) {
        request.setUri(cut(request.uri()));
      }
      ctx.fireChannelRead(message);
    }
  }
}
