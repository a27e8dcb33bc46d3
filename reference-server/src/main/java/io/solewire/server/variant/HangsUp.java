package io.solewire.server.variant;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.solewire.server.fault.Behaviour;
import io.solewire.server.fault.Takeover;
import io.solewire.server.registry.CloseSignal;
import io.solewire.server.registry.Connection;
import io.solewire.server.registry.Status;

/** TCP ends right behind the Close frame, without a wait for the echo (ejabberd; Moquette). */
final class HangsUp implements Behaviour {
  @Override
  public void evict(Takeover takeover) {
    takeover
        .incumbents()
        .forEach(older -> older.eventLoop().execute(() -> hangUp(older, takeover.signal())));
  }

  private static void hangUp(Connection older, CloseSignal signal) {
    older.close(signal);
    if (older.status() == Status.SUPERSEDED) {
      older.channel().writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
    }
  }
}
