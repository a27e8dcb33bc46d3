package io.solewire.server.fault;

import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.solewire.server.registry.Connection;
import io.solewire.server.registry.Registry;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Takes a replaced connection off the list where its echo comes, and nowhere else. */
final class KeepsUnanswered implements Behaviour {
  private final Set<Connection> echoed = ConcurrentHashMap.newKeySet();

  @Override
  public void closeReceived(Connection connection, CloseWebSocketFrame frame, Duration force) {
    echoed.add(connection);
    Behaviour.super.closeReceived(connection, frame, force);
  }

  @Override
  public void ended(Registry registry, Connection connection) {
    if (echoed.remove(connection) || !connection.superseded()) {
      registry.remove(connection);
    }
  }
}
