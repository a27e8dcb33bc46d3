package io.solewire.load;

import io.solewire.result.Drift;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Computes what drifted over the measured time. Stateless. */
final class Drifting {

  private static final int DIGITS = 2;
  private static final double MICRO = 1e3;
  private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

  private Drifting() {}

  /** Null if the time was too short for anything. */
  static Drift of(LoadPlan plan, Timeline timeline, ServerMemory memory, long origin) {
    Map<String, Drift.Change> changes = new LinkedHashMap<>();
    latency(plan, timeline, 50).ifPresent(change -> changes.put("p50", change));
    latency(plan, timeline, 99).ifPresent(change -> changes.put("p99", change));
    memory(plan, memory, origin).ifPresent(change -> changes.put("memory", change));
    return changes.isEmpty() ? null : Drift.of(changes);
  }

  private static Optional<Drift.Change> latency(
      LoadPlan plan, Timeline timeline, double percentile) {
    long from = (plan.warmupMs() + 999) / 1_000; // a second that is half warm-up is none
    long seconds = plan.durationMs() / 1_000;
    List<Double> parts = new ArrayList<>();
    for (int part = 0; part < Trend.PARTS && seconds >= Trend.PARTS; part++) {
      Histogram all = new Histogram(DIGITS);
      long to = from + seconds * (part + 1) / Trend.PARTS;
      timeline
          .slots()
          .subMap(from + seconds * part / Trend.PARTS, to)
          .values()
          .forEach(slot -> all.add(slot.evictions()));
      if (all.getTotalCount() > 0) {
        parts.add(all.getValueAtPercentile(percentile) / MICRO);
      }
    }
    return Trend.of(parts);
  }

  private static Optional<Drift.Change> memory(LoadPlan plan, ServerMemory memory, long origin) {
    long from = origin + plan.warmupMs() * MILLI;
    long length = plan.durationMs() * MILLI;
    List<Double> parts = new ArrayList<>();
    for (int part = 0; part < Trend.PARTS; part++) {
      NavigableMap<Long, Long> seen =
          memory.between(
              from + length * part / Trend.PARTS, from + length * (part + 1) / Trend.PARTS);
      if (!seen.isEmpty()) {
        parts.add(Trend.median(seen.values().stream().map(Long::doubleValue).toList()));
      }
    }
    return Trend.of(parts);
  }
}
