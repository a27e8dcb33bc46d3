package io.solewire.server.fault;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpObjectAggregator;
import java.net.InetSocketAddress;

/**
 * Each node knows its own connections only: a tenant that is named after the node's port stands in
 * every request (rabbitmq-mqtt #91, streamnative/mop #565).
 */
final class NodeLocal implements Behaviour {
  @Override
  public void connected(ChannelPipeline pipeline) {
    String whole = pipeline.context(HttpObjectAggregator.class).name();
    pipeline.addAfter(whole, null, new NodeNamer());
  }

  private static String of(String target, String node) {
    return target
        .replaceFirst("^/(ws|auth|presence)/([^/?]+)", "/$1/$2" + node)
        .replaceFirst("^/(ws|auth|presence)(?=[?]|$)", "/$1/" + node)
        .replaceFirst("^/tenants/([^/?]+)/", "/tenants/$1" + node + "/")
        .replaceFirst("^/(users|topics)/", "/tenants/" + node + "/$1/");
  }

  /** Changes the target of each request, and passes on what is none. */
  private static final class NodeNamer extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      if (message instanceof FullHttpRequest request) {
        int port = ((InetSocketAddress) ctx.channel().localAddress()).getPort();
        request.setUri(of(request.uri(), "-node-" + port));
      }
      ctx.fireChannelRead(message);
    }
  }
}
