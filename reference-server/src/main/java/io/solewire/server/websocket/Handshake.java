package io.solewire.server.websocket;

import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker13;
import io.solewire.server.http.HttpApi;

/** Writes the 101 and makes a channel speak WebSocket. Thread-safe. */
final class Handshake {
  private static final int LARGEST_MESSAGE = 1 << 20;

  private final WebSocketDecoderConfig decoder;

  /** Handshakes with or without extensions. */
  Handshake(boolean extensions) {
    this.decoder =
        WebSocketDecoderConfig.newBuilder()
            .maxFramePayloadLength(LARGEST_MESSAGE)
            .allowExtensions(extensions)
            .closeOnProtocolViolation(false)
            .build();
  }

  /**
   * Answers the request, on the channel's event loop.
   *
   * @param request released when the answer is written
   * @param opened called once the 101 is written; not at all if it cannot be
   */
  void write(Channel channel, FullHttpRequest request, FrameHandler frames, Runnable opened) {
    if (!channel.isActive()) { // it went away while a fault kept it waiting
      request.release();
      return;
    }
    prepare(channel.pipeline(), frames);
    new WebSocketServerHandshaker13(request.uri(), null, decoder)
        .handshake(channel, request)
        .addListener(
            written -> {
              request.release();
              if (written.isSuccess()) {
                opened.run();
              } else {
                channel.close();
              }
            });
  }

  private static void prepare(ChannelPipeline pipeline, FrameHandler frames) {
    pipeline.remove(UpgradeHandler.class);
    pipeline.remove(HttpApi.class);
    pipeline.addLast(
        new Utf8FrameValidator(false), new WebSocketFrameAggregator(LARGEST_MESSAGE), frames);
  }
}
