package io.solewire.server.fault;

import io.solewire.server.registry.Connection;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A user who comes from another address is taken for another one. */
final class LooksAtAddress implements Behaviour {

  @Override
  public void evict(Takeover takeover) {
    InetAddress here = address(takeover.newcomer());
    takeover.evictIf(incumbent -> address(incumbent).equals(here));
  }

  private static InetAddress address(Connection connection) {
    return ((InetSocketAddress) connection.channel().remoteAddress()).getAddress();
  }
}
