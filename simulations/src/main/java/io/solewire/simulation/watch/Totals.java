package io.solewire.simulation.watch;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;

/**
 * Sums at one instant, of which two make what happened between. Immutable.
 *
 * @param nanos the instant
 * @param cpuNanos processor time of the process
 * @param processors that it may use
 * @param ticks what all processors of the machine did
 * @param gcMs time in garbage collection
 * @param jitMs time in compilation
 */
record Totals(
    long nanos,
    long cpuNanos,
    int processors,
    Optional<Ticks> ticks,
    long gcMs,
    OptionalLong jitMs) {

  static Totals of(Gauges gauges) {
    return new Totals(
        gauges.nanos(),
        gauges.cpuNanos(),
        gauges.processors(),
        gauges.ticks(),
        gauges.gcMillis(),
        gauges.jitMillis());
  }

  /** Share of all processors that the process used since then. */
  double cpuSince(Totals then) {
    double wall = Math.max(1, nanos - then.nanos);
    return hundredths((cpuNanos - then.cpuNanos) / wall / Math.max(1, processors));
  }

  /** Share of all processors that was busy since then; null if nobody knows. */
  Double busySince(Totals then) {
    return since(then, Ticks::busySince);
  }

  /** Share of all processors that a hypervisor took since then; null if nobody knows. */
  Double stolenSince(Totals then) {
    return since(then, Ticks::stolenSince);
  }

  private Double since(Totals then, BiFunction<Ticks, Ticks, Double> share) {
    return ticks
        .flatMap(now -> then.ticks.map(before -> share.apply(now, before)))
        .map(Totals::hundredths)
        .orElse(null);
  }

  /** Time in compilation since then, milliseconds; null if nobody knows. */
  Long compiledSince(Totals then) {
    return jitMs.isPresent() && then.jitMs.isPresent()
        ? Long.valueOf(jitMs.getAsLong() - then.jitMs.getAsLong())
        : null;
  }

  private static double hundredths(double share) {
    return Math.round(share * 100) / 100.0;
  }
}
