package io.solewire.conformance.target;

import io.solewire.conformance.stage.CannotGoOnException;
import io.solewire.conformance.stage.Control;

/**
 * A target that was started here, and can be started again. Thread-safe. Closing it stops it, and
 * nothing else.
 */
public final class Restartable implements Control, AutoCloseable {

  private final Starter starter;
  private ChildProcess child;

  /** How to start the target; each time in the same way. */
  @FunctionalInterface
  public interface Starter {

    /**
     * Starts it and waits until it is ready.
     *
     * @throws TargetException if it cannot be started
     */
    ChildProcess start() throws TargetException;
  }

  private Restartable(Starter starter, ChildProcess child) {
    this.starter = starter;
    this.child = child;
  }

  /**
   * Starts a target.
   *
   * @param starter how
   * @return the running target
   * @throws TargetException if it cannot be started
   */
  public static Restartable start(Starter starter) throws TargetException {
    return new Restartable(starter, starter.start());
  }

  /** The process that runs now, or ran last. */
  public synchronized ChildProcess child() {
    return child;
  }

  @Override
  public synchronized void kill() {
    child.kill();
  }

  @Override
  public synchronized void stop() {
    child.stop();
  }

  @Override
  public synchronized void restart() {
    child.close();
    try {
      child = starter.start();
    } catch (TargetException e) {
      throw new CannotGoOnException("the target could not be started again: " + e.getMessage());
    }
  }

  @Override
  public synchronized void close() {
    child.close();
  }
}
