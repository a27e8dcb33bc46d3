package io.solewire.simulation.takeover;

import java.util.concurrent.TimeUnit;

/**
 * Asks a user's connections for a sign of life. Not thread-safe: everything happens on the user's
 * event loop.
 */
final class Asking {

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final Load load;
  private final Resident resident;

  Asking(Load load, Resident resident) {
    this.load = load;
    this.resident = resident;
  }

  /** From now on, until it is gone. */
  void everySecond() {
    if (!resident.isGone()) {
      resident.attempts().stream().forEach(Attempt::probe);
      resident.loop().schedule(this::everySecond, SECOND, TimeUnit.NANOSECONDS);
    }
  }

  /** Whoever is still there when the load is over; then it leaves. */
  void atTheEnd() {
    resident.attempts().stream().filter(Attempt::isAlive).forEach(Attempt::askAtTheEnd);
    resident.loop().schedule(resident::leave, Load.PROBE_PATIENCE_NANOS, TimeUnit.NANOSECONDS);
  }
}
