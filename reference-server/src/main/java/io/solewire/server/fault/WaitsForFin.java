package io.solewire.server.fault;

import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.Future;
import io.solewire.server.registry.CloseSignal;
import io.solewire.server.registry.Connection;
import io.solewire.server.registry.Status;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Once the Close has been echoed the server waits for the client to end TCP, as the client does for
 * the server (GNS3/gns3-server #2320; trio-websocket #115). Who does not echo is cut off.
 */
final class WaitsForFin implements Behaviour {
  private static final AttributeKey<Future<?>> CUT = AttributeKey.valueOf("waits-for-fin");

  @Override
  public void evict(Takeover takeover) {
    takeover
        .incumbents()
        .forEach(older -> older.eventLoop().execute(() -> close(older, takeover.signal())));
  }

  private static void close(Connection older, CloseSignal signal) {
    signal.force().ifPresent(force -> cutAfter(older, force));
    older.close(signal.withoutForce());
  }

  private static void cutAfter(Connection older, Duration force) {
    Future<?> cut =
        older
            .eventLoop()
            .schedule(
                () -> {
                  older.channel().config().setOption(ChannelOption.SO_LINGER, 0);
                  older.channel().unsafe().close(older.channel().newPromise());
                },
                force.toNanos(),
                TimeUnit.NANOSECONDS);
    older.channel().attr(CUT).set(cut);
    older.ended().thenRun(() -> cut.cancel(false));
  }

  @Override
  public void closeReceived(Connection connection, CloseWebSocketFrame frame, Duration force) {
    if (connection.status() == Status.SUPERSEDED) {
      Optional.ofNullable(connection.channel().attr(CUT).get()).ifPresent(cut -> cut.cancel(false));
    } else {
      connection.closeReceived(frame, force);
    }
  }
}
