package io.solewire.server.message;

import io.solewire.server.fault.Behaviour;
import io.solewire.server.identity.Identity;
import io.solewire.server.registry.Connection;
import io.solewire.server.registry.Registry;
import io.solewire.server.registry.UserKey;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What one connection's texts do. Each is checked once more just before it takes effect, so that
 * nothing does after the connection's Close was written (rules C4, F6). Not thread-safe: belongs to
 * the connection's event loop.
 */
public final class Conversation {
  private static final String ECHO = "echo ";

  private final Hall hall;
  private final Connection connection;
  private CompletionStage<Integer> previous = CompletableFuture.completedFuture(0);

  /**
   * Where conversations take place. Immutable.
   *
   * @param identity how a name that a client writes becomes a key
   * @param behaviour what may be done wrong
   */
  public record Hall(Registry registry, Topics topics, Identity identity, Behaviour behaviour) {
    /** Brings a message to a user; how many connections accepted it. */
    public CompletionStage<Integer> deliver(UserKey user, String text) {
      return behaviour.deliver(user, new Delivery(registry, user, text)::attempt);
    }
  }

  /** The conversation with this connection's peer. */
  public Conversation(Hall hall, Connection connection) {
    this.hall = hall;
    this.connection = connection;
  }

  /** A text has come; what is none of ours is ignored. */
  public void receive(String text) {
    if (text.startsWith(ECHO)) {
      behaviour().answer(connection, text);
    } else {
      Incoming.read(text).ifPresent(this::receive);
    }
  }

  private void receive(Incoming incoming) {
    if (incoming.is("ping") && incoming.fields().has("id")) {
      behaviour().pong(connection, Outgoing.pong(incoming.fields().get("id")));
    } else if (incoming.is("subscribe")) {
      incoming.text("topic").ifPresent(this::subscribe);
    } else if (incoming.is("auth")) { // rule A7: neither an eviction nor an end
      behaviour()
          .relogin(connection, () -> connection.send(Outgoing.error("already authenticated")));
    } else {
      Optional<String> to = incoming.text("to");
      Optional<String> said = incoming.text("text");
      to.ifPresent(user -> said.ifPresent(text -> tell(user, text)));
    }
  }

  private void subscribe(String topic) {
    behaviour().subscribe(connection, () -> hall.topics().subscribe(connection, topic));
    behaviour().answer(connection, Outgoing.subscribed(topic));
  }

  /** One after the other, so that a takeover of the receiver changes no order (rule F4). */
  private void tell(String user, String text) {
    UserKey to = hall.identity().key(connection.key().tenant(), user);
    String message = Outgoing.message(connection.user(), text);
    previous =
        previous.toCompletableFuture().isDone()
            ? hall.deliver(to, message)
            : previous.thenComposeAsync(done -> next(to, message), connection.eventLoop());
  }

  private CompletionStage<Integer> next(UserKey to, String message) {
    return behaviour().serves(connection)
        ? hall.deliver(to, message)
        : CompletableFuture.completedFuture(0);
  }

  private Behaviour behaviour() {
    return hall.behaviour();
  }
}
