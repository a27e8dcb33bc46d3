package com.example.chat;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/** A server on which a user has one connection: the newest. */
public final class ChatServer {

  private static final int MOST_BYTES = 65_536;

  private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(NioIoHandler.newFactory());
  private final Users users = new Users("forget-user".equals(System.getProperty("chat.fault")));
  private Channel listening;

  /** Listens on a free loopback port. */
  public ChatServer listen() throws InterruptedException {
    listening =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(new Pipeline(users))
            .bind("127.0.0.1", 0)
            .sync()
            .channel();
    return this;
  }

  /** The port that it listens on. */
  public int getPort() {
    return ((InetSocketAddress) listening.localAddress()).getPort();
  }

  /** Ends all connections. */
  public void stop() throws InterruptedException {
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).await(5, TimeUnit.SECONDS);
  }

  /** What a connection is made of. */
  private static final class Pipeline extends ChannelInitializer<SocketChannel> {

    private final Users users;

    Pipeline(Users users) {
      this.users = users;
    }

    @Override
    protected void initChannel(SocketChannel channel) {
      WebSocketServerProtocolConfig webSocket =
          WebSocketServerProtocolConfig.newBuilder()
              .websocketPath("/ws")
              .checkStartsWith(true)
              .dropPongFrames(true)
              .handleCloseFrames(false) // a conversation knows whether it has sent one
              .build();
      channel
          .pipeline()
          .addLast(new HttpServerCodec())
          .addLast(new HttpObjectAggregator(MOST_BYTES))
          .addLast(new WebSocketServerProtocolHandler(webSocket))
          .addLast(new Conversation(users));
    }
  }
}
