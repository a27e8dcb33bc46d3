package io.solewire.history;

/**
 * The one clock of a run: nanoseconds since it began. Thread-safe. It is monotonic and has no
 * relation to the time of day; instants of different processes are never compared.
 */
@FunctionalInterface
public interface RunClock {

  /**
   * Reads the clock.
   *
   * @return nanoseconds since the run began
   */
  long nanos();

  /**
   * A clock that begins now.
   *
   * @return a new clock over {@link System#nanoTime()}
   */
  static RunClock start() {
    long origin = System.nanoTime();
    return () -> System.nanoTime() - origin;
  }
}
