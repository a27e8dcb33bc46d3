package io.solewire.server.fault;

import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.solewire.server.registry.Connection;
import io.solewire.server.registry.Status;

/**
 * The session that was destroyed goes on processing what its peer sends, and answers it, until TCP
 * ends (bjc/prosody@9f3feb39f; websockets/ws #2069).
 */
final class ServesEvicted implements Behaviour {
  @Override
  public boolean serves(Connection connection) {
    return connection.served() || connection.status() == Status.SUPERSEDED;
  }

  @Override
  public void answer(Connection asked, String text) {
    if (asked.status() == Status.SUPERSEDED) {
      asked.channel().writeAndFlush(new TextWebSocketFrame(text));
    } else {
      asked.send(text);
    }
  }
}
