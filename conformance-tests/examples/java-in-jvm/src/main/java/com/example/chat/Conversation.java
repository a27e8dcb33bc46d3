package com.example.chat;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler.HandshakeComplete;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Echoes what its user says. Everything but {@link #end} happens on the connection's event loop. */
final class Conversation extends SimpleChannelInboundHandler<WebSocketFrame> {

  private static final int NAMELESS = 4400;

  private static final long FORCE_MILLIS = 1000;

  private final Users users;
  private String user = "";
  private boolean over;
  private volatile ChannelHandlerContext context;

  Conversation(Users users) {
    this.users = users;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    context = ctx;
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof HandshakeComplete done) {
      user = user(done.requestUri());
      if (user.isEmpty()) {
        end(NAMELESS, "user is missing");
      } else {
        users.come(user, this);
      }
    }
    ctx.fireUserEventTriggered(event);
  }

  /** Says goodbye, from any thread; TCP ends when that is answered, or when it takes too long. */
  void end(int code, String reason) {
    context.executor().execute(() -> goodbye(code, reason));
  }

  private void goodbye(int code, String reason) {
    if (!over) {
      over = true;
      context.writeAndFlush(new CloseWebSocketFrame(code, reason));
      context.executor().schedule(() -> context.close(), FORCE_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, WebSocketFrame frame) {
    if (frame instanceof CloseWebSocketFrame) {
      if (over) {
        ctx.close();
      } else {
        over = true;
        ctx.writeAndFlush(frame.retain()).addListener(ChannelFutureListener.CLOSE);
      }
    } else if (frame instanceof TextWebSocketFrame said && !over) {
      ctx.writeAndFlush(new TextWebSocketFrame(said.text()));
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (!user.isEmpty()) {
      users.go(user, this);
    }
    ctx.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    ctx.close();
  }

  /** The user of {@code /ws?user=…}; a plus sign is a plus sign. */
  private static String user(String resource) {
    String query = resource.contains("?") ? resource.substring(resource.indexOf('?') + 1) : "";
    return Stream.of(query.split("&"))
        .filter(pair -> pair.startsWith("user="))
        .map(pair -> pair.substring("user=".length()).replace("+", "%2B"))
        .map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8))
        .findFirst()
        .orElse("");
  }
}
