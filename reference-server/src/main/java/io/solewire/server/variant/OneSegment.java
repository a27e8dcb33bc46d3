package io.solewire.server.variant;

import io.netty.channel.ChannelPipeline;
import io.solewire.server.fault.Behaviour;

/** The 101 and the first message leave in one piece (Daphne). */
final class OneSegment implements Behaviour {
  @Override
  public void connected(ChannelPipeline pipeline) {
    pipeline.addFirst(new HeldUpgrade());
  }
}
