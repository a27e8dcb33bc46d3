package io.solewire.load;

import io.solewire.history.Event;
import io.solewire.judge.Verdict;
import io.solewire.load.arrival.Stairs;
import io.solewire.load.gate.Gate;
import io.solewire.profile.Profile;
import io.solewire.result.Capacity;
import io.solewire.result.Capacity.Level;
import io.solewire.result.LoadResult;
import io.solewire.result.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongPredicate;

/**
 * Measures each rate of each climb by itself, and finds the highest that holds. Not thread-safe.
 */
final class Climbs {

  private final LoadPlan plan;
  private final Stairs stairs;
  private final Slots slots;
  private long origin;

  Climbs(Profile profile, LoadPlan plan) {
    this.slots = new Slots(profile, plan);
    this.plan = plan;
    this.stairs = (Stairs) plan.arrivals();
  }

  /** The plan begins. */
  void begin(long t0) {
    origin = t0;
    for (int step = 0; step < stairs.levels() * stairs.climbs(); step++) {
      int level = step % stairs.levels();
      long from = t0 + stairs.begin(step / stairs.levels(), level);
      slots.add(from, stairs.each(), stairs.rate(level));
    }
  }

  /** Takes in any event: when newcomers were planned, and begun. */
  void planned(Event event) {
    slots.planned(event);
  }

  void accept(Window window) {
    slots.accept(window);
  }

  /** What a gate asks of each level, and not of the load as a whole. */
  static boolean isOfLevels(Gate gate) {
    return !gate.path().matches("(capacity|drift|held|generator)\\..*|violations");
  }

  Capacity capacity(List<Gate> gates) {
    List<Level> levels = new ArrayList<>();
    for (int step = 0; step < slots.all().size(); step++) {
      levels.add(level(step, gates));
    }
    return Capacity.of(levels);
  }

  /** Whether something began where a climb was at a rate that did not hold, or at a higher one. */
  LongPredicate beyond(Capacity capacity) {
    TreeMap<Long, Boolean> beyond = new TreeMap<>();
    for (int step = 0; step < capacity.levels().size(); step++) {
      int level = step % stairs.levels();
      long begin = origin + stairs.begin(step / stairs.levels(), level);
      boolean already = level > 0 && beyond.lastEntry().getValue();
      beyond.put(begin, already || !capacity.levels().get(step).holds());
    }
    return t -> {
      Map.Entry<Long, Boolean> last = beyond.floorEntry(t);
      return last != null && last.getValue();
    };
  }

  /** What became of a gate that was asked of each level. */
  static LoadResult.GateResult result(Gate gate, Capacity capacity) {
    Verdict nothing =
        capacity.limit().equals(Capacity.GENERATOR) ? Verdict.INCONCLUSIVE : Verdict.FAIL;
    String value = String.format(Locale.ROOT, "holds up to %.0f/s", capacity.rate());
    return new LoadResult.GateResult(
        gate.expression(), value, capacity.rate() > 0 ? Verdict.PASS : nothing);
  }

  private Level level(int step, List<Gate> gates) {
    Slots.Slot slot = slots.all().get(step);
    Map<String, LoadResult.Latency> metrics = slot.meter().histograms().summaries();
    LoadResult.Latency eviction = metrics.get(Metric.EVICTION.text());
    String why = slot.doubt().or(slot::slow).orElseGet(() -> failed(slot, gates));
    return new Level(
        step / stairs.levels(),
        slot.planned(),
        Math.round(slot.rate() * 10) / 10.0,
        eviction == null ? 0 : eviction.count(),
        eviction == null ? 0 : eviction.p50(),
        eviction == null ? 0 : eviction.p99(),
        why.isEmpty(),
        why);
  }

  /** What fails whatever the generator did, and else what only its own lag may have made fail. */
  private String failed(Slots.Slot slot, List<Gate> gates) {
    LoadResult seen = seen(slot.meter(), slot.rate());
    List<LoadResult.GateResult> failed =
        gates.stream()
            .filter(Climbs::isOfLevels)
            .map(gate -> gate.judge(seen, plan.baseline(), Gate.Few.TELL_ENOUGH))
            .filter(gate -> gate.verdict() != Verdict.PASS)
            .toList();
    return failed.stream()
        .filter(gate -> gate.reason() == null)
        .findFirst()
        .or(() -> failed.stream().findFirst())
        .map(Climbs::words)
        .orElse("");
  }

  private static String words(LoadResult.GateResult gate) {
    String failed = gate.expression() + ": " + (gate.value() == null ? "-" : gate.value());
    return gate.reason() == null
        ? failed
        : Capacity.GENERATOR + ": " + failed + ", " + gate.reason();
  }

  private LoadResult seen(Meter meter, double rate) {
    Meter.Counts counts = meter.counts();
    return new LoadResult(
        plan.simulation(),
        plan.planned(),
        rate,
        meter.histograms().summaries(),
        counts.evictedBy(),
        counts.takeovers(),
        counts.unevicted(),
        0,
        counts.errors(),
        counts.problems(),
        counts.concurrent(),
        new LoadResult.Sample(counts.probed(), counts.released()),
        List.of(),
        List.of(),
        new LoadResult.Generator(true, 0, 0, 0, null, null, meter.lag()),
        List.of(),
        List.of(),
        null,
        null,
        null,
        null);
  }
}
