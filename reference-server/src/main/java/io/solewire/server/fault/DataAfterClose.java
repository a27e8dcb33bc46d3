package io.solewire.server.fault;

import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.solewire.server.registry.CloseSignal;
import io.solewire.server.registry.Connection;

/** A message follows the Close frame, in one go with it (coder/websocket #213). */
final class DataAfterClose implements Behaviour {
  @Override
  public void evict(Takeover takeover) {
    takeover.incumbents().forEach(incumbent -> closeAndTalk(incumbent, takeover.signal()));
  }

  private static void closeAndTalk(Connection incumbent, CloseSignal signal) {
    incumbent
        .eventLoop()
        .execute(
            () -> {
              incumbent.close(signal);
              incumbent.channel().writeAndFlush(new TextWebSocketFrame("one more thing"));
            });
  }
}
