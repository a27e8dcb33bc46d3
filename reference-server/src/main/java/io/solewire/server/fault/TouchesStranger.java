package io.solewire.server.fault;

import io.solewire.server.registry.Connection;
import io.solewire.server.registry.Registry;
import java.util.Comparator;

/**
 * Every takeover also closes a connection of another user: of the one whose key looks most like the
 * newcomer's, as when keys are cut or scoped wrongly (bytebeamio/rumqtt PR #564), and of several
 * such the latest.
 */
final class TouchesStranger implements Behaviour {
  private final Registry registry;

  TouchesStranger(FaultSetting setting) {
    this.registry = setting.registry();
  }

  @Override
  public void evict(Takeover takeover) {
    Behaviour.super.evict(takeover);
    String user = takeover.newcomer().user();
    registry
        .holders()
        .filter(stranger -> !stranger.key().equals(takeover.newcomer().key()) && stranger.served())
        .max(
            Comparator.<Connection>comparingInt(stranger -> common(user, stranger.user()))
                .thenComparing(Connection::since))
        .ifPresent(stranger -> stranger.close(takeover.signal()));
  }

  /** How many characters the keys have in common at their beginning. */
  private static int common(String one, String other) {
    int n = 0;
    while (n < Math.min(one.length(), other.length()) && one.charAt(n) == other.charAt(n)) {
      n++;
    }
    return n;
  }
}
