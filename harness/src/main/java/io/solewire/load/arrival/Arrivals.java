package io.solewire.load.arrival;

/**
 * When newcomers come, whatever the server does: an open model. Immutable and thread-safe. Instants
 * are nanoseconds after the beginning of the plan; they never fall.
 */
public interface Arrivals {

  /** Number of newcomers. */
  long total();

  /**
   * When one comes.
   *
   * @param i its number, from 0
   */
  long due(long i);

  /**
   * How many come before an instant.
   *
   * @param nanos the instant
   */
  long index(long nanos);
}
