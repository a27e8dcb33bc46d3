package io.solewire.server.fault;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.solewire.server.registry.Connection;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** The Close frame of an eviction carries something else than it should. */
final class RewritesClose implements Behaviour {
  private static final int CODE_BYTES = 2;
  private static final int LONGEST_REASON = 123;
  private static final String REASON = "superseded — ";

  private final UnaryOperator<ByteBuf> payload;

  private RewritesClose(UnaryOperator<ByteBuf> payload) {
    this.payload = payload;
  }

  /** Nothing at all, which clients show as 1005 (phoenix PR 6678). */
  static RewritesClose withoutCode() {
    return new RewritesClose(whole -> Unpooled.EMPTY_BUFFER);
  }

  /** A reason cut to length between the bytes of one character (centrifuge PR 155). */
  static RewritesClose cutInCharacter() {
    byte[] text = REASON.repeat(LONGEST_REASON).getBytes(StandardCharsets.UTF_8);
    int dash = "superseded ".length() + 1;
    return new RewritesClose(
        whole -> Unpooled.buffer().writeShort(whole.getShort(0)).writeBytes(text, 0, dash));
  }

  /** A reason that makes the frame longer than a control frame may be (RFC 6455 section 5.5). */
  static RewritesClose tooLong() {
    byte[] text = "superseded ".repeat(LONGEST_REASON).getBytes(StandardCharsets.UTF_8);
    return new RewritesClose(
        whole ->
            Unpooled.buffer()
                .writeShort(whole.getShort(0))
                .writeBytes(text, 0, LONGEST_REASON + CODE_BYTES));
  }

  @Override
  public void evict(Takeover takeover) {
    for (Connection older : takeover.incumbents()) {
      older
          .eventLoop()
          .execute(
              () -> {
                older.channel().pipeline().addLast(new Rewriter());
                older.close(takeover.signal());
              });
    }
  }

  /** Changes the first Close frame that the server sends. */
  private final class Rewriter extends ChannelOutboundHandlerAdapter {
    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
      if (message instanceof CloseWebSocketFrame close) {
        ctx.pipeline().remove(this);
        ctx.write(new CloseWebSocketFrame(true, 0, payload.apply(close.content())), promise);
        close.release();
      } else {
        ctx.write(message, promise);
      }
    }
  }
}
