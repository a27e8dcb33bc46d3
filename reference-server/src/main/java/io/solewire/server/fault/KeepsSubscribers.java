package io.solewire.server.fault;

import io.solewire.server.registry.Connection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A connection that has subscribed is in another list, where no takeover looks for it. */
final class KeepsSubscribers implements Behaviour {
  private final Set<Connection> subscribers = ConcurrentHashMap.newKeySet();

  @Override
  public void subscribe(Connection subscriber, Runnable subscribing) {
    subscribers.add(subscriber);
    Behaviour.super.subscribe(subscriber, subscribing);
  }

  @Override
  public void evict(Takeover takeover) {
    takeover.evictIf(incumbent -> !subscribers.contains(incumbent));
  }
}
