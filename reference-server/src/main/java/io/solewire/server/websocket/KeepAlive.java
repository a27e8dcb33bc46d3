package io.solewire.server.websocket;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.util.concurrent.Future;
import io.solewire.server.registry.Connection;
import io.solewire.server.registry.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Pings one peer and closes its connection when nothing has come from it for too long (rule G4);
 * any byte counts, a Pong's too. Not thread-safe: one per connection.
 */
final class KeepAlive extends ChannelInboundHandlerAdapter {
  private final Liveness liveness;
  private final Connection connection;
  private final Runnable silent;
  private final List<Future<?>> timers = new ArrayList<>(2);
  private long heardAt = System.nanoTime();

  KeepAlive(Liveness liveness, Connection connection, Runnable silent) {
    this.liveness = liveness;
    this.connection = connection;
    this.silent = silent;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    liveness.ping().ifPresent(period -> every(ctx, period, () -> ping(ctx)));
    liveness.idle().ifPresent(limit -> await(ctx, limit, limit.toNanos()));
  }

  private void every(ChannelHandlerContext ctx, Duration period, Runnable task) {
    long nanos = period.toNanos();
    timers.add(ctx.executor().scheduleAtFixedRate(task, nanos, nanos, TimeUnit.NANOSECONDS));
  }

  private void ping(ChannelHandlerContext ctx) {
    if (connection.status() == Status.OPEN && ctx.channel().isWritable()) {
      ctx.channel().writeAndFlush(new PingWebSocketFrame());
    }
  }

  private void await(ChannelHandlerContext ctx, Duration limit, long nanos) {
    timers.removeIf(Future::isDone);
    timers.add(ctx.executor().schedule(() -> look(ctx, limit), nanos, TimeUnit.NANOSECONDS));
  }

  private void look(ChannelHandlerContext ctx, Duration limit) {
    long left = limit.toNanos() - (System.nanoTime() - heardAt);
    if (left <= 0) {
      silent.run();
    } else {
      await(ctx, limit, left);
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    heardAt = System.nanoTime();
    ctx.fireChannelRead(message);
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext ctx) {
    timers.forEach(timer -> timer.cancel(false));
  }
}
