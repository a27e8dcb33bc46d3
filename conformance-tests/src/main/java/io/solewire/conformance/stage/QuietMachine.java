package io.solewire.conformance.stage;

import io.solewire.record.CaseInterruptedException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;

/**
 * Lets a script that races or measures have the machine to itself, as far as the other scripts are
 * concerned: they hold a share of it while they do something and give it back while they wait.
 * Thread-safe; a script stays on one thread.
 */
public final class QuietMachine {

  /** Nobody keeps a share for so long; who does is stuck, and must not keep the others. */
  private static final long PATIENCE_SECONDS = 600;

  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);

  /**
   * A script begins to do something.
   *
   * @throws CannotGoOnException if a race of another script does not end
   */
  public void enter() {
    take(lock.readLock(), "a race of another case");
  }

  /** A script ends, or waits. */
  public void leave() {
    if (lock.getReadHoldCount() > 0) {
      lock.readLock().unlock();
    }
  }

  private static void take(Lock part, String others) {
    try {
      if (!part.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new CannotGoOnException(
            others + " did not end within " + PATIENCE_SECONDS + " s, so the machine is not free");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CaseInterruptedException("interrupted while waiting for the machine");
    }
  }

  /** Waits without keeping anybody from racing, unless the waiting one races itself. */
  boolean waiting(BooleanSupplier wait) {
    if (lock.getReadHoldCount() == 0) {
      return wait.getAsBoolean();
    }
    leave();
    try {
      return wait.getAsBoolean();
    } finally {
      enter();
    }
  }

  /** Does something while no other script does anything. */
  void alone(Runnable race) {
    leave();
    try {
      take(lock.writeLock(), "what another case does");
      try {
        race.run();
      } finally {
        lock.writeLock().unlock();
      }
    } finally {
      enter();
    }
  }
}
