package io.solewire.server.fault;

import io.solewire.server.registry.Connection;

/** After a takeover a subscription is confirmed and lost (mosquitto #1489, #645). */
final class ForgetsSubscription implements Behaviour {
  private final Takers takers = new Takers();

  @Override
  public void evict(Takeover takeover) {
    takers.add(takeover);
    Behaviour.super.evict(takeover);
  }

  @Override
  public void subscribe(Connection subscriber, Runnable subscribing) {
    if (!takers.contains(subscriber)) {
      subscribing.run();
    }
  }
}
