package io.solewire.server.fault;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.solewire.server.registry.CloseSignal;
import io.solewire.server.registry.Connection;

/** The library closes once more what the application has closed (centrifuge PR 155). */
final class ClosesTwice implements Behaviour {
  private static final int NORMAL_CLOSURE = 1000;

  @Override
  public void evict(Takeover takeover) {
    takeover
        .incumbents()
        .forEach(older -> older.eventLoop().execute(() -> close(older, takeover.signal())));
  }

  private static void close(Connection older, CloseSignal signal) {
    older.close(signal);
    older
        .channel()
        .writeAndFlush(
            new CloseWebSocketFrame(true, 0, Unpooled.buffer(2).writeShort(NORMAL_CLOSURE)));
  }
}
