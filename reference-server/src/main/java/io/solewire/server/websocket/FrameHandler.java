package io.solewire.server.websocket;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.solewire.server.fault.Behaviour;
import io.solewire.server.registry.CloseSignal;
import io.solewire.server.registry.Connection;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a client's frames do. After our Close frame they do nothing (rule C4), but for the echo that
 * ends the connection. Not thread-safe: one per connection.
 */
final class FrameHandler extends SimpleChannelInboundHandler<WebSocketFrame> {
  private static final Logger LOG = LoggerFactory.getLogger(FrameHandler.class);
  private static final Duration DEFAULT_FORCE = Duration.ofSeconds(4);

  private final Connection connection;
  private final Duration force;
  private final Behaviour behaviour;
  private final Consumer<String> texts;

  /**
   * Frames of this connection.
   *
   * @param texts what a message does; a binary one counts as an empty text
   */
  FrameHandler(
      Connection connection, CloseSignal eviction, Behaviour behaviour, Consumer<String> texts) {
    this.connection = connection;
    this.behaviour = behaviour;
    this.texts = texts;
    this.force = eviction.force().orElse(DEFAULT_FORCE);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, WebSocketFrame frame) {
    if (frame instanceof CloseWebSocketFrame close) {
      behaviour.closeReceived(connection, close, force);
    } else if (behaviour.serves(connection) && ctx.channel().isWritable()) {
      serve(ctx, frame);
    }
  }

  /** A peer that asks and never reads gets no more answers: they would pile up here. */
  private void serve(ChannelHandlerContext ctx, WebSocketFrame frame) {
    if (frame instanceof PingWebSocketFrame ping) {
      ctx.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
    } else if (frame instanceof TextWebSocketFrame text) {
      texts.accept(text.text());
    } else if (frame instanceof BinaryWebSocketFrame) {
      texts.accept("");
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    LOG.debug("{}: {}", connection, cause.toString());
    if (cause instanceof CorruptedWebSocketFrameException corrupted) {
      connection.fail(because(corrupted.closeStatus()));
    } else if (cause instanceof TooLongFrameException) {
      connection.fail(because(WebSocketCloseStatus.MESSAGE_TOO_BIG));
    } else {
      ctx.close();
    }
  }

  private CloseSignal because(WebSocketCloseStatus status) {
    return new CloseSignal(
        status.code(), status.reasonText(), CloseSignal.Cause.PROTOCOL, Optional.of(force));
  }
}
