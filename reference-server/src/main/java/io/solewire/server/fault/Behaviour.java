package io.solewire.server.fault;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.solewire.server.identity.Identity;
import io.solewire.server.identity.RefusedException;
import io.solewire.server.identity.Target;
import io.solewire.server.registry.Claim;
import io.solewire.server.registry.CloseSignal;
import io.solewire.server.registry.Connection;
import io.solewire.server.registry.PresenceListener;
import io.solewire.server.registry.Registry;
import io.solewire.server.registry.UserKey;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;

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

  /** Whether names that differ in case only are one. Honest: if it is wanted. */
  default boolean foldsCase(boolean wanted) {
    return wanted;
  }

  /**
   * Who upgrades. Honest: nothing happens to anybody before name and token are found to agree.
   *
   * @throws RefusedException if they do not
   * @throws IllegalArgumentException if no user is named, or in no readable way
   */
  default UserKey visitor(Identity identity, Target target, HttpHeaders headers)
      throws RefusedException {
    return identity.visitor(target, headers);
  }

  /**
   * Who speaks a first message. Honest: as {@link #visitor}.
   *
   * @throws RefusedException if name and token do not agree, or no user is named
   */
  default UserKey introduced(
      Identity identity, String tenant, Optional<String> named, Optional<String> token)
      throws RefusedException {
    return identity.introduced(tenant, named, token);
  }

  /**
   * What is told, after its 101, to one who comes with wrong credentials. Honest: empty, which is
   * to refuse the upgrade, and a first message by a code of its own.
   */
  default Optional<CloseSignal> refusal() {
    return Optional.empty();
  }

  /**
   * How long after its 101 a newcomer of the upgrade claims its place; until then nothing that it
   * sends is read. Honest: empty, which is before the 101.
   */
  default Optional<Duration> registersAfter() {
    return Optional.empty();
  }

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

  /** The epoch that a newcomer is greeted with. Honest: its own. */
  default long epoch(Connection newcomer) {
    return newcomer.epoch();
  }

  /**
   * The newcomer's 101 is written, and there are incumbents. Honest: each is told on its own event
   * loop, and nobody waits for it.
   */
  default void evict(Takeover takeover) {
    takeover.incumbents().forEach(incumbent -> incumbent.close(takeover.signal()));
  }

  /** A connection that is admitted logs in again. Honest: it is answered, and stays. */
  default void relogin(Connection connection, Runnable answer) {
    answer.run();
  }

  /** Whether what a peer sends takes effect. Honest: not after the server's Close frame. */
  default boolean serves(Connection connection) {
    return connection.served();
  }

  /** A message is answered. Honest: on the connection that it came on, while that is open. */
  default void answer(Connection asked, String text) {
    asked.send(text);
  }

  /** A ping message is answered. Honest: as any other. */
  default void pong(Connection asked, String text) {
    answer(asked, text);
  }

  /** A connection subscribes. Honest: whichever it is. */
  default void subscribe(Connection subscriber, Runnable subscribing) {
    subscribing.run();
  }

  /**
   * A message to a user is to be delivered. Honest: once and at once.
   *
   * @return how many connections accepted it
   */
  default CompletionStage<Integer> deliver(
      UserKey user, Supplier<CompletionStage<Integer>> attempt) {
    return attempt.get();
  }

  /**
   * A Close frame has come, on the connection's event loop. Honest: as the echo of the server's own
   * it ends TCP at once; otherwise it is answered, and then TCP ends.
   *
   * @param force how long the answer may take to be read before TCP is cut
   */
  default void closeReceived(Connection connection, CloseWebSocketFrame frame, Duration force) {
    connection.closeReceived(frame, force);
  }

  /** Nothing has come from the peer for too long. Honest: it is told so. */
  default void silent(Connection connection, CloseSignal signal) {
    connection.close(signal);
  }

  /** A connection has ended. Honest: it gives up the place only if it still holds it. */
  default void ended(Registry registry, Connection connection) {
    registry.remove(connection);
  }

  /** A user has come, see {@link PresenceListener#online}. Honest: the observers are told. */
  default void online(PresenceListener observers, UserKey user) {
    observers.online(user);
  }

  /** A user has gone, see {@link PresenceListener#offline}. Honest: the observers are told. */
  default void offline(PresenceListener observers, UserKey user) {
    observers.offline(user);
  }

  /** What connections are told when the server stops. Honest: what is given. */
  default CloseSignal farewell(CloseSignal away) {
    return away;
  }

  /** The server has stopped in order; not called when it is killed. Honest: nothing to do. */
  default void stopped(int port) {}
}
