package io.solewire.load;

import static io.solewire.history.Trace.NEVER;

import io.solewire.load.arrival.Arrivals;
import io.solewire.result.LoadResult;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * What happened second by second, by the instants of the plan. Not thread-safe. A window may be
 * handed on long after its second, so seconds are kept until the end.
 */
final class Timeline {

  private static final int DIGITS = 2;
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final LoadPlan plan;
  private final Arrivals arrivals;
  private final TreeMap<Long, Slot> slots = new TreeMap<>();
  private long origin = NEVER;

  /** One second. */
  static final class Slot {
    private long started;
    private final Histogram evictions = new Histogram(DIGITS);

    Histogram evictions() {
      return evictions;
    }
  }

  Timeline(LoadPlan plan) {
    this.plan = plan;
    this.arrivals = plan.arrivals();
  }

  /** The instant of the first planned newcomer, to be told before anything else. */
  void begin(long t0) {
    origin = t0;
  }

  void came(long planned) {
    if (planned != NEVER) {
      slot(planned).started++;
    }
  }

  void evicted(long planned, long latency) {
    if (planned != NEVER) {
      slot(planned).evictions.recordValue(Math.max(0, latency));
    }
  }

  private Slot slot(long planned) {
    long second = origin == NEVER ? 0 : Math.max(0, (planned - origin) / SECOND);
    return slots.computeIfAbsent(second, s -> new Slot());
  }

  TreeMap<Long, Slot> slots() {
    return slots;
  }

  List<LoadResult.Second> seconds() {
    List<LoadResult.Second> seconds = new ArrayList<>();
    long last = Math.max(plan.length() / SECOND, slots.isEmpty() ? 0 : slots.lastKey() + 1);
    for (long at = 0; at < last; at++) {
      seconds.add(second((int) at, slots.getOrDefault(at, new Slot())));
    }
    return seconds;
  }

  private LoadResult.Second second(int at, Slot slot) {
    Histogram h = slot.evictions;
    return new LoadResult.Second(
        at,
        at * 1000L < plan.warmupMs(),
        plan.workload().isReactive()
            ? slot.started
            : arrivals.index((at + 1) * SECOND) - arrivals.index(at * SECOND),
        slot.started,
        h.getTotalCount(),
        h.getValueAtPercentile(50) / 1000,
        h.getValueAtPercentile(99) / 1000,
        h.getMaxValue() / 1000);
  }
}
