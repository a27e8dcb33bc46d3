package io.solewire.conformance.stage;

import io.solewire.profile.Limits;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Keeps the limits of the profile: connections at a time, and connects per second. Thread-safe. */
public final class Gate {

  private static final long PATIENCE_SECONDS = 60;

  private final Semaphore places;
  private final int most;
  private final long interval;
  private long next = System.nanoTime();

  /**
   * Makes a gate.
   *
   * @param limits of the profile
   */
  public Gate(Limits limits) {
    most = limits.connections().orElse(Integer.MAX_VALUE);
    places = new Semaphore(most, true);
    interval =
        limits.connectsPerSecond().isPresent()
            ? 1_000_000_000L / limits.connectsPerSecond().getAsInt()
            : 0;
  }

  void enter() {
    try {
      if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new CannotGoOnException(
            "limits.connections is " + most + ": no place became free in 60 s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotGoOnException("interrupted while waiting for limits.connections");
    }
    long at = slot();
    for (long left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private synchronized long slot() {
    long now = System.nanoTime();
    long at = Math.max(now, next);
    next = at + interval;
    return at;
  }

  void leave() {
    places.release();
  }
}
