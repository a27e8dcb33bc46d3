package io.solewire.result;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * The highest rate at which gates hold. Immutable.
 *
 * @param rate median over the climbs, newcomers per second; 0 if they do not even hold at the
 *     lowest
 * @param low the lowest of the climbs
 * @param high the highest
 * @param confidence that the median of all climbs that could be made lies between the two, 0 to 1
 *     (sign test: {@code 1 - 2 / 2^climbs})
 * @param limit what ended the climbs that the median rests on: {@code gates}, which stands for the
 *     server; {@code generator}, or {@code none} if the gates hold at the highest rate that was
 *     tried: it may be more then
 * @param levels what was seen at each rate of each climb
 * @param beyond how often a SHOULD was kept too late from the first rate of a climb on that does
 *     not hold, by rule, which is not held against the server; none in the results of older
 *     releases
 */
public record Capacity(
    double rate,
    double low,
    double high,
    double confidence,
    String limit,
    List<Level> levels,
    Map<String, Long> beyond) {

  /** Never without. */
  public Capacity {
    Map<String, Long> late = new TreeMap<>(beyond == null ? Map.of() : beyond);
    late.values().removeIf(Objects::isNull);
    beyond = Collections.unmodifiableMap(late);
  }

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

  /** How far a climb held, and what ended it. */
  private record Climb(double held, String limit) {

    static Climb of(List<Level> levels) {
      double held = 0;
      for (Level level : levels) {
        if (!level.holds()) {
          boolean ours = level.why() != null && level.why().startsWith(GENERATOR);
          return new Climb(held, ours ? GENERATOR : GATES);
        }
        held = level.planned();
      }
      return new Climb(held, NONE);
    }

    /** The most that it may have been. */
    double most() {
      return limit.equals(GATES) ? held : Double.POSITIVE_INFINITY;
    }

    double mostByGenerator() {
      return limit.equals(GENERATOR) ? Double.POSITIVE_INFINITY : held;
    }
  }

  /**
   * Finds it.
   *
   * @param levels what was seen at each rate of each climb, in order; one at least
   */
  public static Capacity of(List<Level> levels) {
    List<Climb> climbs = climbs(levels);
    double[] held = sorted(climbs, Climb::held);
    double rate = median(held);
    boolean generator = median(sorted(climbs, Climb::mostByGenerator)) > rate;
    boolean open = median(sorted(climbs, Climb::most)) > rate;
    return new Capacity(
        rate,
        held[0],
        held[held.length - 1],
        1 - 2 / Math.pow(2, held.length),
        generator ? GENERATOR : open ? NONE : GATES,
        levels,
        Map.of());
  }

  /** The same with what was found above it. */
  public Capacity withBeyond(Map<String, Long> late) {
    return new Capacity(rate, low, high, confidence, limit, levels, late);
  }

  /** The most that the median may be, had the server alone ended climbs; it may be infinite. */
  public double mostRate() {
    return levels == null ? most(rate) : median(sorted(climbs(levels), Climb::most));
  }

  /** The most that the lowest may be, had the server alone ended climbs; it may be infinite. */
  public double mostLow() {
    return levels == null ? most(low) : sorted(climbs(levels), Climb::most)[0];
  }

  /** True if the generator ended a climb. */
  public boolean endedByGenerator() {
    return levels == null
        ? GENERATOR.equals(limit)
        : climbs(levels).stream().anyMatch(climb -> climb.limit().equals(GENERATOR));
  }

  private double most(double known) {
    return limit == null || limit.equals(GATES) ? known : Double.POSITIVE_INFINITY;
  }

  private static List<Climb> climbs(List<Level> levels) {
    Map<Integer, List<Level>> byClimb = new TreeMap<>();
    levels.forEach(l -> byClimb.computeIfAbsent(l.climb(), c -> new ArrayList<>()).add(l));
    return byClimb.values().stream().map(Climb::of).toList();
  }

  private static double[] sorted(List<Climb> climbs, ToDoubleFunction<Climb> number) {
    return climbs.stream().mapToDouble(number).sorted().toArray();
  }

  private static double median(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
