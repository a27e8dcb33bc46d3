package io.solewire.conformance.target;

/**
 * A target that was started here. Thread-safe. Closing it ends it and whatever it started, and
 * waits for that at most for some seconds.
 */
public interface Running extends AutoCloseable {

  /** Number of its first process on this machine. */
  long pid();

  /** False once it has ended. */
  boolean isAlive();

  /** How it ended, for a message; only asked once it has. */
  String ending();

  /** The end of what it printed, as a half-sentence; never fails. */
  String tail();

  /** Ends it without warning; it is gone when this returns. */
  void kill();

  /** Asks it to stop, and does not wait. */
  void stop();

  @Override
  void close();
}
