package io.solewire.server.variant;

import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelOption;
import io.solewire.server.fault.Behaviour;
import io.solewire.server.fault.Takeover;
import io.solewire.server.registry.Connection;

/** Once the Close has been echoed, TCP ends by RST (Daphne; RabbitMQ). */
final class ResetsAfterClose implements Behaviour {
  @Override
  public void evict(Takeover takeover) {
    for (Connection older : takeover.incumbents()) {
      lingerNotAtAll(older.channel());
      older.close(takeover.signal());
    }
  }

  private static void lingerNotAtAll(Channel channel) {
    try {
      channel.config().setOption(ChannelOption.SO_LINGER, 0);
    } catch (ChannelException e) {
      // the peer has ended it meanwhile
    }
  }
}
