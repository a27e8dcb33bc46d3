package io.solewire.server.presence;

import io.solewire.server.message.Outgoing;
import io.solewire.server.registry.CloseSignal;
import io.solewire.server.registry.Connection;
import io.solewire.server.registry.PresenceListener;
import io.solewire.server.registry.Status;
import io.solewire.server.registry.UserKey;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.UnaryOperator;

/**
 * The connections that are shown who comes and goes in their tenant. There is no snapshot: an
 * observer is shown what happens from its admission on, each user's in order. One that reads too
 * slowly is dropped, and nobody waits for it. Thread-safe.
 */
public final class Observers implements PresenceListener {
  /** Each with what is to be shown once its 101 is written; that is its event loop's business. */
  private final Map<Connection, Queue<String>> observers = new ConcurrentHashMap<>();

  private final CloseSignal slow;

  /**
   * Nobody observes yet.
   *
   * @param slow what an observer is told that does not read
   */
  public Observers(CloseSignal slow) {
    this.slow = slow;
  }

  /** What happens from now on is shown to the connection, once its 101 is written. */
  public void add(Connection observer) {
    observers.put(observer, new ArrayDeque<>());
    observer.ended().thenRun(() -> observers.remove(observer));
  }

  /** Its 101 has been written. Call it on the event loop. */
  public void opened(Connection observer) {
    observer.opened();
    Queue<String> waiting = observers.getOrDefault(observer, new ArrayDeque<>());
    for (String text = waiting.poll(); text != null; text = waiting.poll()) {
      send(observer, text);
    }
  }

  /** From now on nobody observes. */
  public void disperse() {
    observers.clear();
  }

  @Override
  public void online(UserKey user) {
    show(user, Outgoing::online);
  }

  @Override
  public void offline(UserKey user) {
    show(user, Outgoing::offline);
  }

  /** Where nobody observes, nothing is written. */
  private void show(UserKey user, UnaryOperator<String> writing) {
    String text = null;
    for (Connection observer : observers.keySet()) {
      if (observer.key().tenant().equals(user.tenant())) {
        text = text == null ? writing.apply(user.user()) : text;
        later(observer, text);
      }
    }
  }

  /** Always queued, also on the observer's own event loop: the queue is what keeps the order. */
  private void later(Connection observer, String text) {
    try {
      observer.eventLoop().execute(() -> show(observer, text));
    } catch (RejectedExecutionException expected) {
      observers.remove(observer); // the server has stopped
    }
  }

  private void show(Connection observer, String text) {
    Queue<String> waiting = observers.get(observer);
    if (waiting != null && observer.status() == Status.OPENING) {
      waiting.add(text);
    } else if (waiting != null) {
      send(observer, text);
    }
  }

  private void send(Connection observer, String text) {
    observer
        .send(text)
        .thenAccept(
            accepted -> {
              if (!accepted) {
                observers.remove(observer);
                observer.close(slow);
              }
            });
  }
}
