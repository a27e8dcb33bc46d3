package io.solewire.server.websocket;

import io.netty.channel.Channel;
import io.solewire.server.registry.Connection;
import io.solewire.server.registry.ConnectionListener;
import io.solewire.server.registry.Registry;
import io.solewire.server.registry.UserKey;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Connections that hold no user's place: observers, and those that have not said yet who they are.
 * Thread-safe.
 */
final class Guests {
  private static final ConnectionListener NOBODY = new ConnectionListener() {};

  private final Set<Connection> guests = ConcurrentHashMap.newKeySet();
  private final Registry registry;

  Guests(Registry registry) {
    this.registry = registry;
  }

  /** A new guest, who belongs to a tenant at most. */
  Connection receive(Channel channel, String tenant) {
    Connection guest =
        new Connection(registry.nextNumber(), new UserKey(tenant, ""), "", channel, NOBODY);
    guests.add(guest);
    guest.ended().thenRun(() -> guests.remove(guest));
    return guest;
  }

  /** The channel is a user's connection from now on. */
  void promote(Connection guest) {
    guests.remove(guest);
  }

  Stream<Connection> all() {
    return guests.stream();
  }
}
