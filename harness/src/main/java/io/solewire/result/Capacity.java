package io.solewire.result;

import java.util.List;

/**
 * The highest rate at which gates hold. Immutable.
 *
 * @param rate median over the climbs, newcomers per second; 0 if they do not even hold at the
 *     lowest
 * @param low the lowest of the climbs
 * @param high the highest
 * @param confidence that the median of all climbs that could be made lies between the two, 0 to 1
 *     (sign test: {@code 1 - 2 / 2^climbs})
 * @param limit what ended the climbs: {@code gates}, which stands for the server, {@code
 *     generator}, or {@code none} if the gates hold at the highest rate that was tried
 * @param levels what was seen at each rate of each climb
 */
public record Capacity(
    double rate, double low, double high, double confidence, String limit, List<Level> levels) {

  /** The gates failed, or newcomers were not let in, or not as fast as they came. */
  public static final String GATES = "gates";

  /** The generator could not make more. */
  public static final String GENERATOR = "generator";

  /** The highest rate held. */
  public static final String NONE = "none";

  /**
   * One rate of one climb.
   *
   * @param climb from 0
   * @param planned newcomers per second
   * @param rate newcomers that were started, per second
   * @param evictions how many were measured
   * @param p50 eviction latency, microseconds
   * @param p99 99th percentile
   * @param holds true if all gates hold, and the generator kept its plan
   * @param why the first gate that does not, with its value, or what the generator or the server
   *     could not; empty if it holds
   */
  public record Level(
      int climb,
      double planned,
      double rate,
      long evictions,
      long p50,
      long p99,
      boolean holds,
      String why) {}
}
