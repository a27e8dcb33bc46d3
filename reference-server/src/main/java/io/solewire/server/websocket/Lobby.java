package io.solewire.server.websocket;

import io.netty.util.concurrent.Future;
import io.solewire.server.fault.Behaviour;
import io.solewire.server.identity.Identity;
import io.solewire.server.identity.RefusedException;
import io.solewire.server.message.Incoming;
import io.solewire.server.registry.CloseSignal;
import io.solewire.server.registry.Connection;
import io.solewire.server.registry.UserKey;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Waits for the first message of one guest, which has to say who it is: {@code
 * {"type":"auth","user":"u","token":"…"}}. Not before that is anybody evicted (rule A4); anything
 * else ends the connection with 4401. Not thread-safe: belongs to the guest's event loop.
 */
final class Lobby {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int UNAUTHORIZED = 4401;

  private final Admission admission;
  private final Identity identity;
  private final Guests guests;
  private final Behaviour behaviour;
  private final Optional<Duration> force;
  private Connection guest;
  private Future<?> deadline;
  private boolean decided;

  Lobby(
      Admission admission,
      Identity identity,
      Guests guests,
      Behaviour behaviour,
      Optional<Duration> force) {
    this.admission = admission;
    this.identity = identity;
    this.guests = guests;
    this.behaviour = behaviour;
    this.force = force;
  }

  /** The guest's 101 is written. */
  void begin(Connection newGuest) {
    guest = newGuest;
    guest.opened();
    deadline =
        guest
            .eventLoop()
            .schedule(
                () -> refuse("not authenticated within " + PATIENCE.toSeconds() + " s"),
                PATIENCE.toNanos(),
                TimeUnit.NANOSECONDS);
    guest.ended().thenRun(() -> deadline.cancel(false));
  }

  /** A text, or what stands for a message that is none. */
  void receive(String text) {
    if (decided) {
      return;
    }
    Optional<Incoming> auth = Incoming.read(text).filter(incoming -> incoming.is("auth"));
    if (auth.isEmpty()) {
      refuse("expected a message of type auth");
      return;
    }
    try {
      UserKey user =
          behaviour.introduced(
              identity, guest.key().tenant(), auth.get().text("user"), auth.get().text("token"));
      decide();
      admission.login(guest, user, () -> guests.promote(guest));
    } catch (RefusedException e) {
      refuse(behaviour.refusal().orElseGet(() -> unauthorized("authentication failed")));
    }
  }

  private void refuse(String reason) {
    refuse(unauthorized(reason));
  }

  private void refuse(CloseSignal signal) {
    decide();
    guest.close(signal);
  }

  private CloseSignal unauthorized(String reason) {
    return new CloseSignal(UNAUTHORIZED, reason, CloseSignal.Cause.REFUSED, force);
  }

  private void decide() {
    decided = true;
    deadline.cancel(false);
  }
}
