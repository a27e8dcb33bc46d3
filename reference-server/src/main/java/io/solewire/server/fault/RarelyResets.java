package io.solewire.server.fault;

import io.netty.channel.ChannelOption;
import io.solewire.server.registry.Connection;

/** About one eviction in forty is a bare RST (the 1006 of websockets #877, mongoose #1502). */
final class RarelyResets implements Behaviour {
  private final Dice dice = new Dice(40);

  @Override
  public void evict(Takeover takeover) {
    if (dice.hit()) {
      takeover.incumbents().forEach(RarelyResets::reset);
    } else {
      Behaviour.super.evict(takeover);
    }
  }

  private static void reset(Connection incumbent) {
    incumbent.channel().config().setOption(ChannelOption.SO_LINGER, 0);
    incumbent.drop();
  }
}
