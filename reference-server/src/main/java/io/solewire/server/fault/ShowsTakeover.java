package io.solewire.server.fault;

import io.solewire.server.registry.PresenceListener;
import io.solewire.server.registry.UserKey;

/** A takeover is shown to observers, to whom it is none of their business, and wrongly. */
final class ShowsTakeover implements Behaviour {
  private final PresenceListener observers;
  private final Showing showing;

  /** What is shown of a takeover. */
  private interface Showing {
    void show(PresenceListener observers, Takeover takeover, UserKey user);
  }

  private ShowsTakeover(FaultSetting setting, Showing showing) {
    this.observers = setting.observers();
    this.showing = showing;
  }

  /** Online at once, offline when the older one has ended, and so last (ejabberd@2fac41652). */
  static ShowsTakeover offlineLast(FaultSetting setting) {
    return new ShowsTakeover(
        setting,
        (observers, takeover, user) -> {
          observers.online(user);
          takeover
              .incumbents()
              .forEach(older -> older.ended().thenRun(() -> observers.offline(user)));
        });
  }

  /** Offline, then online (LiveKit PR #2412). */
  static ShowsTakeover asFlap(FaultSetting setting) {
    return new ShowsTakeover(
        setting,
        (observers, takeover, user) -> {
          observers.offline(user);
          observers.online(user);
        });
  }

  /** Offline twice, then online (Harper #1604). */
  static ShowsTakeover twice(FaultSetting setting) {
    return new ShowsTakeover(
        setting,
        (observers, takeover, user) -> {
          observers.offline(user);
          observers.offline(user);
          observers.online(user);
        });
  }

  @Override
  public void evict(Takeover takeover) {
    showing.show(observers, takeover, takeover.newcomer().key());
    Behaviour.super.evict(takeover);
  }
}
