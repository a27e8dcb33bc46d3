package io.solewire.server.websocket;

import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker13;
import io.solewire.server.fault.Behaviour;
import io.solewire.server.fault.Takeover;
import io.solewire.server.http.HttpApi;
import io.solewire.server.metrics.ServerMetrics;
import io.solewire.server.registry.CloseSignal;
import io.solewire.server.registry.Connection;
import io.solewire.server.registry.ConnectionListener;
import io.solewire.server.registry.Registry;
import io.solewire.server.registry.Release;
import io.solewire.server.registry.UserKey;
import java.util.UUID;

/**
 * How a newcomer gets in: claim the user's place, write the 101, evict the incumbent. Thread-safe;
 * each step runs on the newcomer's event loop, and none waits for the incumbent.
 *
 * <p>The incumbent is left alone until the 101 is written (rule A5): a handshake that fails gives
 * the place back and evicts nobody.
 */
public final class Admission implements ConnectionListener {
  private static final int LARGEST_MESSAGE = 1 << 20;
  private static final WebSocketDecoderConfig DECODER =
      WebSocketDecoderConfig.newBuilder()
          .maxFramePayloadLength(LARGEST_MESSAGE)
          .allowExtensions(false)
          .closeOnProtocolViolation(false)
          .build();

  private final Registry registry;
  private final Behaviour behaviour;
  private final CloseSignal signal;
  private final ServerMetrics metrics;

  /**
   * An admission to this registry.
   *
   * @param signal what an evicted connection is told
   */
  public Admission(
      Registry registry, Behaviour behaviour, CloseSignal signal, ServerMetrics metrics) {
    this.registry = registry;
    this.behaviour = behaviour;
    this.signal = signal;
    this.metrics = metrics;
  }

  /** Begins with a request that {@link UpgradeCheck} has passed, on the channel's event loop. */
  void begin(Channel channel, FullHttpRequest request) {
    String session = UUID.randomUUID().toString();
    String user = UserKey.fromQuery(request.uri());
    Connection newcomer = new Connection(registry.nextNumber(), user, session, channel, this);
    FullHttpRequest handshake = request.retain();
    behaviour.claim(
        registry,
        newcomer,
        incumbents -> {
          Takeover takeover = new Takeover(newcomer, incumbents, signal);
          behaviour.admit(takeover, () -> open(takeover, handshake));
        });
  }

  private void open(Takeover takeover, FullHttpRequest handshake) {
    Channel channel = takeover.newcomer().channel();
    if (!channel.isActive()) { // it went away while a fault kept it waiting
      handshake.release();
      return;
    }
    prepare(channel.pipeline(), takeover.newcomer());
    new WebSocketServerHandshaker13(handshake.uri(), null, DECODER)
        .handshake(channel, handshake)
        .addListener(
            written -> {
              handshake.release();
              if (written.isSuccess()) {
                opened(takeover);
              } else {
                channel.close();
              }
            });
  }

  private void prepare(ChannelPipeline pipeline, Connection newcomer) {
    pipeline.remove(UpgradeHandler.class);
    pipeline.remove(HttpApi.class);
    pipeline.addLast(
        new Utf8FrameValidator(false),
        new WebSocketFrameAggregator(LARGEST_MESSAGE),
        new FrameHandler(newcomer, signal));
  }

  private void opened(Takeover takeover) {
    takeover.newcomer().opened();
    if (!takeover.incumbents().isEmpty()) {
      metrics.takeover();
      behaviour.evict(takeover);
    }
    registry.settle(takeover.newcomer());
  }

  @Override
  public void opened(Connection connection) {
    metrics.opened(connection);
  }

  @Override
  public void closeSent(Connection connection, CloseSignal sent, long nanos) {
    metrics.closeSent(connection, sent, nanos);
  }

  @Override
  public void ended(Connection connection, Release release) {
    behaviour.ended(registry, connection);
    metrics.ended(connection, release);
  }
}
