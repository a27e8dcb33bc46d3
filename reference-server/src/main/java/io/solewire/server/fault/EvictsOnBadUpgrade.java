package io.solewire.server.fault;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.solewire.server.identity.Target;
import io.solewire.server.registry.CloseSignal;
import io.solewire.server.registry.Registry;
import io.solewire.server.registry.UserKey;
import java.nio.charset.StandardCharsets;

/**
 * The request line alone evicts: whether a key follows, a version, the end of the head or nothing
 * (as the reservation step of colyseus #950). A handshake that does complete is then honest.
 */
final class EvictsOnBadUpgrade implements Behaviour {
  private final Registry registry;
  private final CloseSignal signal;

  EvictsOnBadUpgrade(FaultSetting setting) {
    this.registry = setting.registry();
    this.signal = setting.signal();
  }

  @Override
  public void connected(ChannelPipeline pipeline) {
    pipeline.addFirst(new RequestLineReader());
  }

  private void requestLine(String line) {
    String[] parts = line.split(" ");
    if (parts.length < 2 || !Target.isEndpoint(parts[1])) {
      return;
    }
    try {
      Target target = Target.of(parts[1]);
      registry.current(new UserKey(target.tenant(), target.user())).ifPresent(c -> c.close(signal));
    } catch (IllegalArgumentException ignored) {
      // It names no user, so there is nobody to evict.
    }
  }

  /** Reads along until the first line is complete; changes nothing of what passes. */
  private final class RequestLineReader extends ChannelInboundHandlerAdapter {
    private static final int LONGEST = 8192;
    private final StringBuilder line = new StringBuilder();

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      line.append(((ByteBuf) message).toString(StandardCharsets.ISO_8859_1));
      int end = line.indexOf("\r\n");
      if (end >= 0) {
        requestLine(line.substring(0, end));
      }
      if (end >= 0 || line.length() > LONGEST) {
        ctx.pipeline().remove(this);
      }
      ctx.fireChannelRead(message);
    }
  }
}
