package io.solewire.server.websocket;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.solewire.server.fault.Behaviour;
import io.solewire.server.fault.Takeover;
import io.solewire.server.flight.TakeoverEvent;
import io.solewire.server.http.Reply;
import io.solewire.server.message.Conversation;
import io.solewire.server.message.Outgoing;
import io.solewire.server.metrics.ServerMetrics;
import io.solewire.server.registry.CloseSignal;
import io.solewire.server.registry.Connection;
import io.solewire.server.registry.ConnectionListener;
import io.solewire.server.registry.Registry;
import io.solewire.server.registry.Release;
import io.solewire.server.registry.UserKey;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * How a newcomer gets in: claim one of the user's places, write the 101 unless it is written
 * already, evict the incumbent. Thread-safe; each step runs on the newcomer's event loop, and none
 * waits for the incumbent.
 *
 * <p>The incumbent is left alone until the 101 is written (rule A5): a handshake that fails gives
 * the place back and evicts nobody.
 */
final class Admission implements ConnectionListener {
  private static final int ALREADY_CONNECTED = 4009;

  private final Conversation.Hall hall;
  private final Registry registry;
  private final Behaviour behaviour;
  private final CloseSignal signal;
  private final ServerMetrics metrics;
  private final Handshake handshake;
  private final Liveness liveness;

  Admission(
      Conversation.Hall hall,
      CloseSignal signal,
      ServerMetrics metrics,
      Handshake handshake,
      Liveness liveness) {
    this.hall = hall;
    this.registry = hall.registry();
    this.behaviour = hall.behaviour();
    this.signal = signal;
    this.metrics = metrics;
    this.handshake = handshake;
    this.liveness = liveness;
  }

  /** The upgrade of a user is the login; called with a valid request, on its event loop. */
  void upgrade(Channel channel, FullHttpRequest request, UserKey user, boolean greeted) {
    TakeoverEvent event = TakeoverEvent.begun();
    Connection newcomer = connection(channel, user);
    request.retain();
    Optional<Duration> later = behaviour.registersAfter();
    if (later.isPresent()) {
      Runnable opened = () -> registerAfter(later.get(), newcomer, greeted, event);
      handshake.write(channel, request, frames(newcomer), opened);
      return;
    }
    claim(
        newcomer,
        takeover ->
            handshake.write(
                channel, request, frames(newcomer), () -> opened(takeover, greeted, event)),
        () -> {
          request.release();
          Reply.error(HttpResponseStatus.CONFLICT, full(user)).write(channel, false);
        });
  }

  /** The 101 is written; until the newcomer has its place, what it sends is left unread. */
  private void registerAfter(
      Duration delay, Connection newcomer, boolean greeted, TakeoverEvent event) {
    Channel channel = newcomer.channel();
    newcomer.opened();
    channel.config().setAutoRead(false);
    Runnable register =
        () -> {
          if (channel.isActive()) {
            claim(
                newcomer,
                takeover -> opened(takeover, greeted, event),
                () -> newcomer.close(refusal(newcomer.key())));
            channel.config().setAutoRead(true);
          }
        };
    channel.eventLoop().schedule(register, delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** A message of a guest is the login: no 101 to write, and the greeting is the answer. */
  void login(Connection guest, UserKey user, Runnable promoted) {
    TakeoverEvent event = TakeoverEvent.begun();
    Channel channel = guest.channel();
    Connection newcomer = connection(channel, user);
    claim(
        newcomer,
        takeover -> {
          promoted.run();
          if (channel.isActive()) {
            channel.pipeline().replace(FrameHandler.class, null, frames(newcomer));
            opened(takeover, true, event);
          }
        },
        () -> guest.close(refusal(user)));
  }

  private Connection connection(Channel channel, UserKey user) {
    String session = UUID.randomUUID().toString();
    return new Connection(registry.nextNumber(), user, session, channel, this);
  }

  private void claim(Connection newcomer, Consumer<Takeover> open, Runnable refused) {
    behaviour.claim(
        registry,
        newcomer,
        claim -> {
          if (claim.granted()) {
            Takeover takeover = new Takeover(newcomer, claim.superseded(), signal);
            behaviour.admit(takeover, () -> open.accept(takeover));
          } else {
            refused.run();
          }
        });
  }

  /** Not the signal of an eviction (rule B7). */
  private CloseSignal refusal(UserKey user) {
    return new CloseSignal(
        ALREADY_CONNECTED, "already connected", CloseSignal.Cause.REFUSED, signal.force());
  }

  private static String full(UserKey user) {
    return "user " + user + " has as many connections as are allowed";
  }

  private FrameHandler frames(Connection newcomer) {
    Conversation conversation = new Conversation(hall, newcomer);
    return new FrameHandler(newcomer, signal, behaviour, conversation::receive);
  }

  private void opened(Takeover takeover, boolean greeted, TakeoverEvent event) {
    Connection newcomer = takeover.newcomer();
    newcomer.opened();
    if (greeted) { // the first message: nothing else was sent before it was open
      newcomer.send(Outgoing.welcome(newcomer, behaviour.epoch(newcomer)));
    }
    if (!takeover.incumbents().isEmpty()) {
      metrics.takeover();
      behaviour.evict(takeover);
    }
    event.done(newcomer.user(), newcomer.id(), takeover.incumbents().size());
    registry.settle(newcomer);
    liveness.watch(newcomer, signal.force(), behaviour);
  }

  @Override
  public void opened(Connection connection) {
    metrics.opened(connection);
  }

  @Override
  public void closeSent(Connection connection, CloseSignal sent, long nanos) {
    metrics.closeSent(connection, sent, nanos);
  }

  @Override
  public void ended(Connection connection, Release release) {
    behaviour.ended(registry, connection);
    metrics.ended(connection, release);
  }
}
