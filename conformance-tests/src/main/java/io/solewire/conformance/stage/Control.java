package io.solewire.conformance.stage;

/**
 * What the harness can do to a target that it has started (group J). Used by one case at a time,
 * which leaves the target running.
 */
public interface Control {

  /** Ends the target without warning, as {@code kill -9} does; it is gone when this returns. */
  void kill();

  /** Asks the target to stop, as {@code kill} does, and does not wait. */
  void stop();

  /**
   * Waits until the target has stopped, starts it again on the same port, and waits until it is
   * ready.
   *
   * @throws CannotGoOnException if it does not stop or start in its time
   */
  void restart();
}
