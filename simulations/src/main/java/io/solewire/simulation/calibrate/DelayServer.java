package io.solewire.simulation.calibrate;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A server whose delay is known: one user has one connection, the newest wins, and the older one
 * gets its Close so much later as the URL says, {@code /ws?user=u&delay=5ms}, or one in fifty does
 * as {@code &slow=6ms} says. What the delay really was stands in the reason of the Close, see
 * {@link Stamps}. Thread-safe. It listens on loopback only, keeps no limits and bears no malice: it
 * is there to be measured by us.
 */
public final class DelayServer implements AutoCloseable {

  /** Code of the Close that an older connection gets. */
  public static final int CLOSE_CODE = 4409;

  private static final int LONGEST_REQUEST = 8_192;
  private static final int BACKLOG = 4_096;
  private static final int END_MILLIS = 2_000;

  private final MultiThreadIoEventLoopGroup group;
  private final Channel door;

  private DelayServer(MultiThreadIoEventLoopGroup group, Channel door) {
    this.group = group;
    this.door = door;
  }

  /**
   * Starts one, with an event loop for every second processor: the others are the generator's.
   *
   * @param port on loopback; 0 for any that is free
   * @return the server, which accepts connections
   * @throws IOException if the port cannot be had
   */
  public static DelayServer start(int port) throws IOException {
    boolean epoll = Epoll.isAvailable();
    MultiThreadIoEventLoopGroup group =
        new MultiThreadIoEventLoopGroup(
            Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
            new DefaultThreadFactory("delay", true),
            epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
    try {
      Channel door =
          new ServerBootstrap()
              .group(group)
              .channel(epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
              .option(ChannelOption.SO_BACKLOG, BACKLOG)
              .option(ChannelOption.SO_REUSEADDR, true)
              .childOption(ChannelOption.TCP_NODELAY, true)
              .childHandler(new Pipeline())
              .bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port))
              .syncUninterruptibly()
              .channel();
      return new DelayServer(group, door);
    } catch (Exception e) { // Netty throws what the bind failed with, declared or not
      group.shutdownGracefully(0, END_MILLIS, TimeUnit.MILLISECONDS);
      throw new IOException("cannot listen on 127.0.0.1:" + port + ": " + e.getMessage(), e);
    }
  }

  private static final class Pipeline extends ChannelInitializer<Channel> {
    private final Map<String, Channel> holders = new ConcurrentHashMap<>();
    private final AtomicLong takeovers = new AtomicLong();

    @Override
    protected void initChannel(Channel channel) {
      channel
          .pipeline()
          .addLast(new HttpServerCodec())
          .addLast(new HttpObjectAggregator(LONGEST_REQUEST))
          .addLast(new DelayHandler(holders, takeovers));
    }
  }

  /** Where it listens. */
  public int port() {
    return ((InetSocketAddress) door.localAddress()).getPort();
  }

  @Override
  public void close() {
    if (door.isOpen()) { // a loop that is busy when it ends leaves its channels open
      door.close().syncUninterruptibly();
    }
    group
        .shutdownGracefully(0, END_MILLIS, TimeUnit.MILLISECONDS)
        .awaitUninterruptibly(2L * END_MILLIS);
  }

  /**
   * Serves until the process ends.
   *
   * @param args the port
   * @throws IOException if the port cannot be had
   */
  public static void main(String[] args) throws IOException {
    DelayServer server = start(Integer.parseInt(args[0]));
    server.door.closeFuture().syncUninterruptibly();
  }
}
