package io.solewire.conformance.target;

import io.solewire.conformance.stage.CannotGoOnException;
import io.solewire.conformance.stage.Control;

/**
 * A target that was started here, and can be started again. Thread-safe. Closing it stops it, and
 * nothing else.
 */
public final class Restartable implements Control, AutoCloseable {

  private final Starter starter;
  private Running running;

  /** How to start the target; each time in the same way. */
  @FunctionalInterface
  public interface Starter {

    /**
     * Starts it and waits until it is ready.
     *
     * @throws TargetException if it cannot be started
     */
    Running start() throws TargetException;
  }

  private Restartable(Starter starter, Running running) {
    this.starter = starter;
    this.running = running;
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

  /** What runs now, or ran last. */
  public synchronized Running running() {
    return running;
  }

  @Override
  public synchronized void kill() {
    running.kill();
  }

  @Override
  public synchronized void stop() {
    running.stop();
  }

  @Override
  public synchronized void restart() {
    running.close();
    try {
      running = starter.start();
    } catch (TargetException e) {
      throw new CannotGoOnException("the target could not be started again: " + e.getMessage());
    }
  }

  @Override
  public synchronized void close() {
    running.close();
  }
}
