package io.solewire.server.variant;

import io.netty.channel.ChannelOption;
import io.solewire.server.fault.Behaviour;
import io.solewire.server.fault.Takeover;
import io.solewire.server.registry.Connection;

/** Once the Close has been echoed, TCP ends by RST (Daphne; RabbitMQ). */
final class ResetsAfterClose implements Behaviour {
  @Override
  public void evict(Takeover takeover) {
    for (Connection older : takeover.incumbents()) {
      older.channel().config().setOption(ChannelOption.SO_LINGER, 0);
      older.close(takeover.signal());
    }
  }
}
