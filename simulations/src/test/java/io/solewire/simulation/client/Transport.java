package io.solewire.simulation.client;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;

/** What an event loop waits with. Gatling takes epoll where there is one. */
enum Transport {
  NIO,
  EPOLL;

  /** One event loop; the test is skipped where there is no such transport. */
  MultiThreadIoEventLoopGroup loop() {
    assumeTrue(this == NIO || Epoll.isAvailable(), "there is no epoll here");
    IoHandlerFactory handler =
        this == NIO ? NioIoHandler.newFactory() : EpollIoHandler.newFactory();
    return new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("loop", true), handler);
  }
}
