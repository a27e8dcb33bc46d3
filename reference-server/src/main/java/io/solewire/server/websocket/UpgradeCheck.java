package io.solewire.server.websocket;

import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.solewire.server.http.Reply;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The server's side of RFC 6455 section 4.2.1: what a client's handshake must look like. */
final class UpgradeCheck {
  private static final String VERSION = "13";
  private static final int KEY_BYTES = 16;

  private UpgradeCheck() {}

  /** The answer to a request that is no handshake; empty if it is one. */
  static Optional<Reply> refusal(FullHttpRequest request) {
    HttpHeaders headers = request.headers();
    if (request.decoderResult().isFailure()) {
      return bad("not a request that HTTP/1.1 allows");
    }
    if (!request.method().equals(HttpMethod.GET)) {
      return Optional.of(
          Reply.error(
                  HttpResponseStatus.METHOD_NOT_ALLOWED, "method must be GET: " + request.method())
              .with(Map.of("Allow", "GET")));
    }
    if (request.protocolVersion().compareTo(HttpVersion.HTTP_1_1) < 0) {
      return bad("HTTP version must be at least 1.1: " + request.protocolVersion());
    }
    if (headers.getAll(HttpHeaderNames.HOST).size() != 1) {
      return bad("header Host must be given once");
    }
    if (!headers.containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)) {
      return upgradeRequired("header Upgrade must contain websocket");
    }
    if (!headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true)) {
      return bad("header Connection must contain Upgrade");
    }
    if (!List.of(VERSION).equals(headers.getAll(HttpHeaderNames.SEC_WEBSOCKET_VERSION))) {
      return upgradeRequired("Sec-WebSocket-Version must be 13");
    }
    if (!isKey(headers.getAll(HttpHeaderNames.SEC_WEBSOCKET_KEY))) {
      return bad("Sec-WebSocket-Key must be given once, 16 bytes in base64");
    }
    return Optional.empty();
  }

  private static boolean isKey(List<String> keys) {
    try {
      return keys.size() == 1
          && Base64.getDecoder().decode(keys.get(0).strip()).length == KEY_BYTES;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Optional<Reply> bad(String message) {
    return Optional.of(Reply.error(HttpResponseStatus.BAD_REQUEST, message));
  }

  /** RFC 6455 section 4.4: the client learns which version it may try. */
  private static Optional<Reply> upgradeRequired(String message) {
    return Optional.of(
        Reply.error(HttpResponseStatus.UPGRADE_REQUIRED, message)
            .with(Map.of("Sec-WebSocket-Version", VERSION, "Upgrade", "websocket")));
  }
}
