package io.solewire.server.fault;

import io.netty.channel.ChannelPipeline;
import io.solewire.server.registry.Claim;
import io.solewire.server.registry.Connection;
import io.solewire.server.registry.Registry;
import java.util.function.Consumer;

/**
 * What the server does at the points at which servers go wrong. Every default is right; a fault
 * overrides the one that it gets wrong. Shared by all connections, so implementations are
 * thread-safe; called on an event loop, so they never block.
 */
public interface Behaviour {

  /** Nothing wrong anywhere. */
  Behaviour HONEST = new Behaviour() {};

  /** A TCP connection was accepted; nothing has been read from it. Honest: nothing to do. */
  default void connected(ChannelPipeline pipeline) {}

  /**
   * The newcomer's handshake request is complete and valid. Honest: one atomic step.
   *
   * @param next goes on with whether there is a place, and whom the newcomer supersedes; to be
   *     called once, on the newcomer's event loop, at once or later
   */
  default void claim(Registry registry, Connection newcomer, Consumer<Claim> next) {
    next.accept(registry.claim(newcomer));
  }

  /**
   * The newcomer holds its user's place. Honest: it is let in, whatever state the incumbent is in.
   *
   * @param open writes the 101; to be called at most once, on the newcomer's event loop
   */
  default void admit(Takeover takeover, Runnable open) {
    open.run();
  }

  /**
   * The newcomer's 101 is written, and there are incumbents. Honest: each is told on its own event
   * loop, and nobody waits for it.
   */
  default void evict(Takeover takeover) {
    takeover.incumbents().forEach(incumbent -> incumbent.close(takeover.signal()));
  }

  /** A connection has ended. Honest: it gives up the place only if it still holds it. */
  default void ended(Registry registry, Connection connection) {
    registry.remove(connection);
  }
}
