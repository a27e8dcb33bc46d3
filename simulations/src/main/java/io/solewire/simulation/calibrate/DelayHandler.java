package io.solewire.simulation.calibrate;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One connection of the server of known delay. Not thread-safe: everything happens on its event
 * loop, but for the map of who holds a user's place, which all share.
 */
final class DelayHandler extends SimpleChannelInboundHandler<Object> {

  private static final Pattern DELAY = Pattern.compile("(\\d{1,5})ms");
  private static final String EXPECTED =
      "expected ?user=NAME&delay=5ms, perhaps &slow=6ms for 1 in 50, with 0 to 99999 ms\n";

  /** Of so many takeovers one is slow, which a 99th percentile sees and a 90th does not. */
  private static final int SLOW = 50;

  private final Map<String, Channel> holders;
  private final AtomicLong takeovers;
  private String user;

  /**
   * For one connection.
   *
   * @param holders who holds a user's place
   * @param takeovers how many there have been, of all connections
   */
  DelayHandler(Map<String, Channel> holders, AtomicLong takeovers) {
    this.holders = holders;
    this.takeovers = takeovers;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, Object message) {
    if (message instanceof FullHttpRequest request) {
      upgrade(context, request, System.nanoTime());
    } else if (message instanceof PingWebSocketFrame ping) {
      context.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
    } else if (message instanceof CloseWebSocketFrame close) {
      ended(context, close);
    }
  }

  /** Who was evicted has had its Close: what comes now is the answer to that. */
  private void ended(ChannelHandlerContext context, CloseWebSocketFrame close) {
    if (holders.get(user) == context.channel()) {
      context.writeAndFlush(close.retain()).addListener(ChannelFutureListener.CLOSE);
    } else {
      context.close();
    }
  }

  /** The place changes hands first, so that what the handshake takes is part of the delay. */
  private void upgrade(ChannelHandlerContext context, FullHttpRequest request, long put) {
    Map<String, List<String>> query = new QueryStringDecoder(request.uri()).parameters();
    String name = String.join(",", query.getOrDefault("user", List.of()));
    OptionalLong delay = millis(query, "delay");
    OptionalLong slow = query.containsKey("slow") ? millis(query, "slow") : delay;
    if (name.isEmpty() || delay.isEmpty() || slow.isEmpty()) {
      refuse(context);
      return;
    }
    WebSocketServerHandshaker handshaker =
        new WebSocketServerHandshakerFactory(request.uri(), null, false).newHandshaker(request);
    if (handshaker == null) {
      WebSocketServerHandshakerFactory.sendUnsupportedVersionResponse(context.channel());
      return;
    }
    user = name;
    Channel incumbent = holders.put(name, context.channel());
    handshaker.handshake(context.channel(), request);
    if (incumbent != null) {
      OptionalLong known = takeovers.incrementAndGet() % SLOW == 0 ? slow : delay;
      long left = put + TimeUnit.MILLISECONDS.toNanos(known.getAsLong()) - System.nanoTime();
      evict(incumbent, put, left);
    }
  }

  private static void evict(Channel incumbent, long put, long left) {
    if (left > 0) {
      incumbent.eventLoop().schedule(() -> evict(incumbent, put), left, TimeUnit.NANOSECONDS);
    } else {
      incumbent.eventLoop().execute(() -> evict(incumbent, put));
    }
  }

  private static void evict(Channel incumbent, long put) {
    if (incumbent.isActive()) {
      String reason = new Stamps(put, System.nanoTime()).text();
      incumbent.writeAndFlush(new CloseWebSocketFrame(DelayServer.CLOSE_CODE, reason));
    }
  }

  private static OptionalLong millis(Map<String, List<String>> query, String name) {
    Matcher matcher = DELAY.matcher(String.join(",", query.getOrDefault(name, List.of())));
    return matcher.matches()
        ? OptionalLong.of(Long.parseLong(matcher.group(1)))
        : OptionalLong.empty();
  }

  private static void refuse(ChannelHandlerContext context) {
    DefaultFullHttpResponse answer =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.BAD_REQUEST,
            Unpooled.copiedBuffer(EXPECTED, StandardCharsets.UTF_8));
    answer.headers().set("Content-Length", answer.content().readableBytes());
    context.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (user != null) {
      holders.remove(user, context.channel());
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    context.close();
  }
}
