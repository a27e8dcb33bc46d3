package io.solewire.load.health;

import io.solewire.result.LoadResult.Generator;
import io.solewire.result.Readings;
import java.util.Locale;
import java.util.Optional;

/**
 * How late the generator's event loops were. Stateless.
 *
 * <p>A latency ends when a loop reads what has arrived, so each one is the server's plus what the
 * loop was late at that instant. Heartbeats on the same loops, at instants that nothing else
 * decides, say how late that is over time; collections, neighbours and a loop's own queue are all
 * in it. The quantile of a sum is at most about the sum of the quantiles: so of a measured
 * percentile, up to the same percentile of the lag may be the generator's own. That is an upper
 * bound: a loop that stands still sends nothing either, so a short latency meets a standstill less
 * often than a heartbeat does.
 */
public final class Lag {

  /** Where the lag is this part of a percentile or more, most of that may be the generator's. */
  static final double DOMINATES = 0.5;

  /**
   * Below this a headline is wrong by less than anybody decides on it, and gates, which may be
   * narrower, allow for the lag themselves: see {@link #allowance}.
   */
  static final long LEAST_DOMINATING_US = 10_000;

  /** More than a process waits for its turn on a machine that has one to give. */
  static final long FELT_US = 5_000;

  /** And this part of what was measured. */
  static final double FELT = 0.1;

  static final long MICROS = 1_000;

  private Lag() {}

  /** The headline is mostly the generator's own. */
  static Optional<String> headline(Seen seen) {
    Readings readings = seen.readings();
    return dominated("p99", readings.loopLagP99Us(), seen.p99())
        .or(() -> dominated("p50", readings.loopLagP50Us(), seen.p50()));
  }

  private static Optional<String> dominated(String percentile, Long lag, long eviction) {
    return lag != null && lag >= LEAST_DOMINATING_US && lag >= eviction * DOMINATES
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "the generator's event loops were %s late at %s, where eviction took %s (bound: half"
                    + " of that, from %s on), so the latency is the generator's own: lower --rate, or"
                    + " have fewer neighbours or more processors",
                millis(lag),
                percentile,
                millis(eviction),
                millis(LEAST_DOMINATING_US)))
        : Optional.empty();
  }

  /** Whether something that kept the loops waiting shows in the headline. */
  static boolean isFelt(Seen seen) {
    Long lag = seen.readings().loopLagP99Us();
    return lag != null && lag >= FELT_US && lag >= seen.p99() * FELT;
  }

  static String felt(Seen seen) {
    return "event loops were "
        + millis(seen.readings().loopLagP99Us())
        + " late at p99 (bound "
        + millis(FELT_US)
        + ")";
  }

  /**
   * How much of a measured latency may be the generator's own.
   *
   * @param generator what it saw of itself
   * @param statistic {@code p50}, {@code p90}, {@code p99}, {@code p99.9}, {@code max} or {@code
   *     mean}
   * @return microseconds; 0 if it was not measured
   */
  public static long allowance(Generator generator, String statistic) {
    Readings readings = generator.readings();
    Long lag =
        switch (statistic) {
          case "p50" -> readings.loopLagP50Us();
          case "p90" -> readings.loopLagP90Us();
          case "p99" -> readings.loopLagP99Us();
          case "p99.9" -> readings.loopLagP999Us();
          case "max" -> readings.loopLagMaxUs();
          case "mean" -> readings.loopLagMeanUs();
          default -> null;
        };
    return lag == null ? 0 : lag;
  }

  static String millis(long micros) {
    return String.format(Locale.ROOT, "%.1f ms", micros / 1e3);
  }
}
