package io.solewire.server.variant;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Holds the bytes of a 101 back until the next write, or for 5 ms if there is none, and says
 * meanwhile that they are written. Not thread-safe: belongs to the channel's event loop.
 */
final class HeldUpgrade extends ChannelOutboundHandlerAdapter {
  private static final String SWITCHING = "HTTP/1.1 101";
  private static final long LONGEST_MILLIS = 5;
  private final ByteBuf held = Unpooled.buffer();
  private final List<ChannelPromise> promises = new ArrayList<>();
  private boolean said;

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    ByteBuf bytes = (ByteBuf) message;
    if (!said && (held.isReadable() || isSwitching(bytes))) {
      held.writeBytes(bytes);
      bytes.release();
      promises.add(promise);
    } else if (held.isReadable()) {
      held.writeBytes(bytes);
      bytes.release();
      ctx.write(held.readRetainedSlice(held.readableBytes()), promise);
    } else {
      ctx.write(message, promise);
    }
  }

  private static boolean isSwitching(ByteBuf bytes) {
    return bytes.toString(StandardCharsets.ISO_8859_1).startsWith(SWITCHING);
  }

  @Override
  public void flush(ChannelHandlerContext ctx) {
    if (held.isReadable() && !said) {
      said = true;
      ctx.executor().schedule(() -> release(ctx), LONGEST_MILLIS, TimeUnit.MILLISECONDS);
      promises.forEach(ChannelPromise::trySuccess);
    } else {
      ctx.flush();
    }
  }

  private void release(ChannelHandlerContext ctx) {
    if (held.isReadable()) {
      ctx.writeAndFlush(held.readRetainedSlice(held.readableBytes()));
    }
    if (!ctx.isRemoved()) {
      ctx.pipeline().remove(this);
    }
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext ctx) {
    held.release();
  }
}
