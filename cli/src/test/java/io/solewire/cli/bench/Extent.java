package io.solewire.cli.bench;

import java.time.Duration;

/**
 * How long the turns of a bench are.
 *
 * @param warmupSeconds of a generator, before it is measured
 * @param seconds in which a generator is measured; with the warm-up more than a minute, from which
 *     on a load runs with the optimising compiler
 * @param each in which a bare client is measured, after ten seconds that do not count; also the
 *     warm-up and the measured time of a latency
 */
record Extent(int warmupSeconds, int seconds, Duration each) {

  static final Extent USUAL = new Extent(30, 31, Duration.ofSeconds(10));

  /** Enough to see that everything works; the numbers are worth nothing. */
  static final Extent BRIEF = new Extent(2, 4, Duration.ofSeconds(2));
}
