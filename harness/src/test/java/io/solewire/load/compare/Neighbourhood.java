package io.solewire.load.compare;

import io.solewire.load.arrival.Rounds;
import io.solewire.load.arrival.Rounds.Side;
import io.solewire.result.Versus;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Two servers on a noisy machine, as numbers: lognormal noise of each slot, part of which follows
 * on the slot before (AR(1)), a machine that grows slower evenly, slots that a neighbour makes five
 * times as slow, and processes of one build that differ. Percentiles of a slot go up and down
 * together in part; medians are steadier than tails.
 *
 * @param sd of the logarithm of p99 in a slot
 * @param following how much of the noise follows on the slot before, as its AR(1) coefficient
 * @param slowing by which the logarithm rises from slot to slot
 * @param outliers share of slots that a neighbour makes five times as slow
 * @param processes standard deviation of the logarithm of what two processes differ by
 */
record Neighbourhood(
    double sd, double following, double slowing, double outliers, double processes) {

  private static final double SHARED = 0.6;
  private static final double NEIGHBOUR = Math.log(5);
  private static final long SAMPLES = 10_000;

  /** Compares a server with one that is slower by a factor at p99 of the eviction latency. */
  Versus compared(int measured, double factor, Random random) {
    Rounds rounds = new Rounds(0, 0, measured, 1, 0, random.nextLong());
    Map<Side, Map<Compared, Double>> levels = new EnumMap<>(Side.class);
    for (Side side : Side.values()) {
      Map<Compared, Double> level = new EnumMap<>(Compared.class);
      for (Compared compared : Compared.values()) {
        // half of the variance on either side
        level.put(compared, processes * Math.sqrt(0.5) * random.nextGaussian());
      }
      levels.put(side, level);
    }
    levels.get(Side.TARGET).merge(Compared.EVICTION_P99, Math.log(factor), Double::sum);
    Map<Side, List<Slot>> slots =
        Map.of(Side.REFERENCE, new ArrayList<>(), Side.TARGET, new ArrayList<>());
    double before = random.nextGaussian();
    for (int slot = 0; slot < 2 * measured; slot++) {
      before = following * before + Math.sqrt(1 - following * following) * random.nextGaussian();
      Side first = rounds.first(slot / 2);
      Side side = (slot % 2 == 0) == (first == Side.REFERENCE) ? Side.REFERENCE : Side.TARGET;
      slots.get(side).add(slot(slot, before, levels.get(side), random));
    }
    return Comparison.of("B", slots.get(Side.REFERENCE), slots.get(Side.TARGET));
  }

  private Slot slot(int number, double before, Map<Compared, Double> level, Random random) {
    double all = following > 0 ? Math.sqrt(0.5) * (before + random.nextGaussian()) : before;
    double slower = slowing * number + (random.nextDouble() < outliers ? NEIGHBOUR : 0);
    Map<Compared, Double> values = new EnumMap<>(Compared.class);
    Map<Compared, Long> counts = new EnumMap<>(Compared.class);
    for (Compared compared : Compared.values()) {
      double own = Math.sqrt(SHARED) * all + Math.sqrt(1 - SHARED) * random.nextGaussian();
      double log = compared.isRate() ? 0 : slower + level.get(compared) + sd * part(compared) * own;
      values.put(compared, 1_000 * Math.exp(log));
      counts.put(compared, SAMPLES);
    }
    return new Slot(values, counts, "");
  }

  /** The noise of a percentile in that of p99. */
  private static double part(Compared compared) {
    return switch (compared.percentile()) {
      case 50 -> 0.4;
      case 90 -> 0.7;
      default -> 1;
    };
  }
}
