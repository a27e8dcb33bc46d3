package io.solewire.simulation.client;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ConnectTimeoutException;
import io.netty.channel.EventLoop;
import io.netty.channel.IoEventLoop;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.ScheduledFuture;
import io.solewire.wire.Target;
import io.solewire.wire.TlsContexts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/**
 * Opens connections to one target, or to the nodes of a cluster. Immutable and thread-safe. Names
 * are resolved once: a load does not measure the resolver.
 */
public final class Dialer {

  private final Map<String, InetAddress> addresses = new HashMap<>();
  private final SourceAddresses sources;
  private final SSLContext tls;

  /**
   * Looks the target up.
   *
   * @param nodes any user's targets, one for each node
   * @param sources that connections come from, in turn
   * @throws IOException if there is no such host, or its TLS cannot be set up
   */
  public Dialer(List<Target> nodes, SourceAddresses sources) throws IOException {
    this.sources = sources;
    for (Target node : nodes) {
      String host = node.uri().getHost();
      try {
        byte[] address = InetAddress.getByName(host).getAddress();
        addresses.put(host, InetAddress.getByAddress(host, address)); // or each connection names it
      } catch (UnknownHostException e) {
        throw new IOException("no such host: " + host, e);
      }
    }
    Optional<Target> secure = nodes.stream().filter(Target::secure).findFirst();
    tls = secure.isPresent() ? TlsContexts.of(secure.get().tls()) : null;
  }

  /** True if the target is on this machine. */
  public boolean isLoopback() {
    return addresses.values().stream().allMatch(InetAddress::isLoopbackAddress);
  }

  /** Opens TCP, and TLS where the target speaks it; the link is told what comes of it. */
  void dial(EventLoop loop, Target target, Link link) {
    boolean epoll = ((IoEventLoop) loop).isIoType(EpollIoHandler.class);
    Bootstrap bootstrap =
        new Bootstrap()
            .group(loop)
            .channel(epoll ? EpollSocketChannel.class : NioSocketChannel.class)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.ALLOW_HALF_CLOSURE, true)
            .option(ChannelOption.AUTO_CLOSE, false)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 0) // ours is forgotten once it is over
            .handler(new Pipeline(target, link));
    InetAddress address = addresses.get(target.uri().getHost());
    InetSocketAddress remote = new InetSocketAddress(address, target.port());
    ChannelFuture connecting = connect(bootstrap, remote, epoll);
    long within = target.connectWithin().toMillis();
    ScheduledFuture<?> bound =
        loop.schedule(() -> connecting.channel().close(), within, TimeUnit.MILLISECONDS);
    connecting.addListener(
        done -> {
          boolean late = !bound.cancel(false);
          if (!done.isSuccess()) {
            link.notConnected(late ? tooLate(remote, within) : done.cause());
          }
        });
  }

  private static IOException tooLate(InetSocketAddress remote, long millis) {
    return new ConnectTimeoutException("no connection to " + remote + " within " + millis + " ms");
  }

  /** The port is chosen when the other end is known, so that one may serve several ends. */
  private ChannelFuture connect(Bootstrap bootstrap, InetSocketAddress remote, boolean epoll) {
    Optional<InetSocketAddress> source = sources.next();
    if (epoll && source.isPresent()) {
      bootstrap.option(EpollChannelOption.IP_BIND_ADDRESS_NO_PORT, true);
    }
    return source
        .map(local -> bootstrap.connect(remote, local))
        .orElseGet(() -> bootstrap.connect(remote));
  }

  private final class Pipeline extends ChannelInitializer<Channel> {
    private final Target target;
    private final Link link;

    Pipeline(Target target, Link link) {
      this.target = target;
      this.link = link;
    }

    @Override
    protected void initChannel(Channel channel) {
      if (target.secure()) {
        SSLEngine engine = tls.createSSLEngine(target.uri().getHost(), target.port());
        engine.setUseClientMode(true);
        engine.setSSLParameters(TlsContexts.demand(target, engine.getSSLParameters()));
        SslHandler handler = new SslHandler(engine);
        handler.setHandshakeTimeoutMillis(target.connectWithin().toMillis());
        channel.pipeline().addLast(handler);
      }
      channel.pipeline().addLast(link);
    }
  }
}
