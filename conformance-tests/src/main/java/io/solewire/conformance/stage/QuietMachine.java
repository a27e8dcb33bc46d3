package io.solewire.conformance.stage;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;

/**
 * Lets a script that races or measures have the machine to itself, as far as the other scripts are
 * concerned: they hold a share of it while they do something and give it back while they wait.
 * Thread-safe; a script stays on one thread.
 */
public final class QuietMachine {

  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);

  /** A script begins to do something. */
  public void enter() {
    lock.readLock().lock();
  }

  /** A script ends. */
  public void leave() {
    lock.readLock().unlock();
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
    lock.writeLock().lock();
    try {
      race.run();
    } finally {
      lock.writeLock().unlock();
      enter();
    }
  }
}
