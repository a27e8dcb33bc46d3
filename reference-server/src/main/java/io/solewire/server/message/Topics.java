package io.solewire.server.message;

import io.solewire.server.registry.Connection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Who has subscribed to what. A subscription is one connection's, ends with it, and is not handed
 * on to a successor (rule F5 asks the newcomer to subscribe itself). Thread-safe.
 */
public final class Topics {
  private final ConcurrentHashMap<Topic, Set<Connection>> subscribers = new ConcurrentHashMap<>();

  private record Topic(String tenant, String name) {}

  /** From now on the connection gets what is published to the topic of its own tenant. */
  void subscribe(Connection connection, String name) {
    Topic topic = new Topic(connection.key().tenant(), name);
    AtomicBoolean first = new AtomicBoolean();
    subscribers.compute(
        topic,
        (key, set) -> {
          Set<Connection> all = set == null ? ConcurrentHashMap.newKeySet() : set;
          first.set(all.add(connection));
          return all;
        });
    if (first.get()) {
      connection.ended().thenRun(() -> leave(connection, topic));
    }
  }

  /** Sends a text to the topic's subscribers; how many connections accepted it. */
  public CompletionStage<Integer> publish(String tenant, String name, String text) {
    Set<Connection> all = subscribers.getOrDefault(new Topic(tenant, name), Set.of());
    return Delivery.send(List.copyOf(all), Outgoing.published(name, text));
  }

  private void leave(Connection connection, Topic topic) {
    subscribers.computeIfPresent(
        topic,
        (key, all) -> {
          all.remove(connection);
          return all.isEmpty() ? null : all;
        });
  }
}
