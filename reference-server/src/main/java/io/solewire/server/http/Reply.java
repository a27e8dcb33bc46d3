package io.solewire.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Map;

/**
 * An answer to an HTTP request. Immutable, as long as nobody changes the body's bytes.
 *
 * @param headers besides content type and length
 */
public record Reply(
    HttpResponseStatus status, String contentType, byte[] body, Map<String, String> headers) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A JSON document. */
  static Reply json(HttpResponseStatus status, Object document) {
    try {
      return new Reply(status, "application/json", JSON.writeValueAsBytes(document), Map.of());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no JSON: " + document, e);
    }
  }

  /** {@code {"error": message}}. */
  public static Reply error(HttpResponseStatus status, String message) {
    return json(status, Map.of("error", message));
  }

  /** The same reply with these headers instead. */
  public Reply with(Map<String, String> others) {
    return new Reply(status, contentType, body, Map.copyOf(others));
  }

  /** Writes the reply; then closes the connection, unless it is to be kept alive. */
  public void write(Channel channel, boolean keepAlive) {
    FullHttpResponse response =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body));
    headers.forEach((name, value) -> response.headers().set(name, value));
    response.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
    HttpUtil.setContentLength(response, body.length);
    HttpUtil.setKeepAlive(response, keepAlive);
    channel
        .writeAndFlush(response)
        .addListener(keepAlive ? future -> {} : ChannelFutureListener.CLOSE);
  }
}
