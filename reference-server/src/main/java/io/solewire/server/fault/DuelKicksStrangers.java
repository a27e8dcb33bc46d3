package io.solewire.server.fault;

import io.solewire.server.registry.Connection;
import io.solewire.server.registry.Registry;
import java.util.Comparator;

/**
 * A duel costs others their connections: each of a user's takeovers beyond twenty in two seconds
 * ends that of the stranger who has been there longest (affinidi-tdk-rs #644; vernemq #2167).
 */
final class DuelKicksStrangers implements Behaviour {
  private static final int DUEL = 20;
  private final Tempo tempo = new Tempo(2_000);
  private final Registry registry;

  DuelKicksStrangers(FaultSetting setting) {
    this.registry = setting.registry();
  }

  @Override
  public void evict(Takeover takeover) {
    Behaviour.super.evict(takeover);
    if (tempo.count(takeover.newcomer().key()) > DUEL) {
      registry
          .holders()
          .filter(stranger -> !stranger.key().equals(takeover.newcomer().key()))
          .filter(Connection::served)
          .min(Comparator.comparing(Connection::since))
          .ifPresent(Connection::drop);
    }
  }
}
