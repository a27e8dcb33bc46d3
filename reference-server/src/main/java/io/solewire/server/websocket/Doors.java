package io.solewire.server.websocket;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.FullHttpRequest;
import io.solewire.server.fault.Behaviour;
import io.solewire.server.identity.Identity;
import io.solewire.server.identity.RefusedException;
import io.solewire.server.identity.Target;
import io.solewire.server.message.Conversation;
import io.solewire.server.metrics.ServerMetrics;
import io.solewire.server.presence.Observers;
import io.solewire.server.registry.CloseSignal;
import io.solewire.server.registry.Connection;
import io.solewire.server.registry.UserKey;
import java.util.stream.Stream;

/** The WebSocket endpoints: who may come in, and where it leads. Thread-safe. */
public final class Doors {
  private final Identity identity;
  private final Behaviour behaviour;
  private final CloseSignal eviction;
  private final Observers observers;
  private final Guests guests;
  private final Handshake handshake;
  private final Admission admission;

  /**
   * Doors to these rooms.
   *
   * @param eviction what an evicted connection is told
   * @param extensions whether WebSocket extensions may be negotiated
   */
  public Doors(
      Conversation.Hall hall,
      Observers observers,
      CloseSignal eviction,
      ServerMetrics metrics,
      Liveness liveness,
      boolean extensions) {
    this.identity = hall.identity();
    this.behaviour = hall.behaviour();
    this.eviction = eviction;
    this.observers = observers;
    this.guests = new Guests(hall.registry());
    this.handshake = new Handshake(extensions);
    this.admission = new Admission(hall, eviction, metrics, handshake, liveness);
  }

  /** Connections that are no user's, such as observers; weakly consistent. */
  public Stream<Connection> guests() {
    return guests.all();
  }

  /**
   * Finds the door for a request that {@link UpgradeCheck} has passed; it is gone through by
   * running the result on the channel's event loop. Nobody is touched before that.
   *
   * @throws RefusedException if who asks may not come in
   * @throws IllegalArgumentException if the target cannot be read or names no user
   */
  Runnable find(Channel channel, FullHttpRequest request) throws RefusedException {
    Target target = Target.of(request.uri());
    switch (target.room()) {
      case LOBBY:
        return () -> lobby(channel, request, target);
      case PRESENCE:
        identity.observer(target, request.headers());
        return () -> gallery(channel, request, target);
      case USERS:
      default:
        return user(channel, request, target);
    }
  }

  private Runnable user(Channel channel, FullHttpRequest request, Target target)
      throws RefusedException {
    try {
      UserKey user = behaviour.visitor(identity, target, request.headers());
      return () -> admission.upgrade(channel, request, user, target.greeted());
    } catch (RefusedException e) {
      CloseSignal told = behaviour.refusal().orElseThrow(() -> e);
      return () -> turnAway(channel, request, target, told);
    }
  }

  private void turnAway(Channel channel, FullHttpRequest request, Target target, CloseSignal told) {
    Connection guest = guests.receive(channel, target.tenant());
    FrameHandler frames = new FrameHandler(guest, eviction, behaviour, text -> {});
    handshake.write(
        channel,
        request.retain(),
        frames,
        () -> {
          guest.opened();
          guest.close(told);
        });
  }

  private void lobby(Channel channel, FullHttpRequest request, Target target) {
    Connection guest = guests.receive(channel, target.tenant());
    Lobby lobby = new Lobby(admission, identity, guests, behaviour, eviction.force());
    FrameHandler frames = new FrameHandler(guest, eviction, behaviour, lobby::receive);
    handshake.write(channel, request.retain(), frames, () -> lobby.begin(guest));
  }

  private void gallery(Channel channel, FullHttpRequest request, Target target) {
    Connection guest = guests.receive(channel, target.tenant());
    FrameHandler frames = new FrameHandler(guest, eviction, behaviour, text -> {});
    observers.add(guest); // before the 101: whoever has read it misses nothing
    handshake.write(channel, request.retain(), frames, () -> observers.opened(guest));
  }
}
