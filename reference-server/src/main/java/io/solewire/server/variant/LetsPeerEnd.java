package io.solewire.server.variant;

import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.solewire.server.fault.Behaviour;
import io.solewire.server.registry.Connection;
import io.solewire.server.registry.Status;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** After the echo the peer may end TCP first; the server waits 300 ms for that. */
final class LetsPeerEnd implements Behaviour {
  private static final long PATIENCE_MILLIS = 300;

  @Override
  public void closeReceived(Connection connection, CloseWebSocketFrame frame, Duration force) {
    if (connection.status() == Status.SUPERSEDED) {
      connection
          .eventLoop()
          .schedule(() -> connection.channel().close(), PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } else {
      connection.closeReceived(frame, force);
    }
  }
}
