package io.solewire.server;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;

/** Native epoll where it works, else NIO. Immutable. */
record Transport(Class<? extends ServerChannel> channel, IoHandlerFactory handlers) {

  /** The best one there is, or NIO if the native one is not wanted. */
  static Transport choose(boolean nativeWanted) {
    return nativeWanted && Epoll.isAvailable()
        ? new Transport(EpollServerSocketChannel.class, EpollIoHandler.newFactory())
        : new Transport(NioServerSocketChannel.class, NioIoHandler.newFactory());
  }

  /** Two threads at least, so that two users, or two connections of one, do meet in parallel. */
  EventLoopGroup group() {
    int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
    return new MultiThreadIoEventLoopGroup(
        threads, new DefaultThreadFactory("solewire-server", true), handlers);
  }
}
