package io.solewire.report;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.solewire.load.RecordedLatencies;
import io.solewire.result.LoadResult;
import io.solewire.result.LoadResult.Latency;
import io.solewire.result.LoadResult.Point;
import io.solewire.result.LoadResult.Second;
import io.solewire.result.Metric;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The numbers that the script of the page draws. Immutable. Latencies are microseconds.
 *
 * @param curves distributions, the eviction latency first
 * @param marks its headline percentiles
 * @param columns the run in columns of some seconds each
 * @param seconds how many seconds make a column, but for the last before the plan and at the end
 * @param heat how many evictions of a column had which latency; empty if that was not recorded
 * @param ranges so many ranges of latency make a factor of ten
 * @param evictedBy how incumbents were told, and how many
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LoadFigures(
    List<Curve> curves,
    Map<String, Long> marks,
    List<Column> columns,
    int seconds,
    List<Cell> heat,
    int ranges,
    Map<String, Long> evictedBy) {

  /** More columns than these are narrower than a pen. */
  private static final int MOST = 360;

  /** Metrics whose distribution is worth a line. */
  private static final List<Metric> DRAWN =
      List.of(
          Metric.EVICTION,
          Metric.EVICTION_FROM_PLAN,
          Metric.ADMISSION,
          Metric.RELEASE,
          Metric.EVICTION_AFTER_ADMISSION,
          Metric.EVICTION_BEFORE_ADMISSION);

  /**
   * A distribution.
   *
   * @param name the metric, or the name of a baseline
   * @param baseline whether it is of an earlier load
   * @param samples how many it is of
   * @param points percentile and latency
   */
  record Curve(String name, boolean baseline, long samples, List<double[]> points) {}

  /**
   * Some seconds.
   *
   * @param at the first of them
   * @param length how many
   * @param warmup true if they are not measured
   * @param planned newcomers that the plan meant to come
   * @param started newcomers that were started
   * @param evictions incumbents that were evicted
   * @param p50 median of the eviction latency, of the worst second
   * @param p99 99th percentile, of the worst second
   * @param max the largest
   */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  record Column(
      int at,
      int length,
      boolean warmup,
      long planned,
      long started,
      long evictions,
      long p50,
      long p99,
      long max) {}

  /**
   * Evictions of one column and one range of latency.
   *
   * @param at the first second of the column
   * @param range begins at 10^(range/ranges) microseconds
   * @param count how many
   */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  record Cell(int at, int range, long count) {}

  static LoadFigures of(LoadResult load, Evidence evidence) {
    List<Second> seconds =
        load.timeline().stream()
            .filter(s -> s.at() >= 0 && s.at() < Integer.MAX_VALUE)
            .sorted(Comparator.comparingInt(Second::at))
            .toList();
    int last = seconds.isEmpty() ? 0 : seconds.get(seconds.size() - 1).at();
    int width = 1 + last / MOST;
    List<Column> columns = columns(seconds, width);
    Latency eviction = load.latency(Metric.EVICTION);
    return new LoadFigures(
        curves(load, evidence),
        marks(eviction),
        columns,
        width,
        heat(evidence.recorded().seconds(), columns),
        RecordedLatencies.RANGES,
        load.evictedBy());
  }

  /** True if there is anything to draw. */
  boolean any() {
    return !curves.isEmpty() || !columns.isEmpty();
  }

  private static List<Curve> curves(LoadResult load, Evidence evidence) {
    List<Curve> curves = new ArrayList<>();
    Map<Metric, List<Point>> recorded = evidence.recorded().curves();
    for (Metric metric : DRAWN) {
      List<Point> points = recorded.getOrDefault(metric, List.of());
      boolean told = metric == Metric.EVICTION && !load.curve().isEmpty();
      add(curves, metric.text(), load, metric, told ? load.curve() : points);
    }
    evidence
        .baseline()
        .ifPresent(
            earlier -> add(curves, earlier.name(), earlier.load(), null, earlier.load().curve()));
    return curves;
  }

  /** A baseline is of no metric's name. */
  private static void add(
      List<Curve> curves, String name, LoadResult load, Metric metric, List<Point> points) {
    List<double[]> drawn =
        points.stream()
            .filter(p -> p.us() >= 0 && p.us() < Double.MAX_VALUE)
            .filter(p -> p.percentile() >= 0 && p.percentile() <= 100)
            .sorted(Comparator.comparingDouble(Point::percentile))
            .map(p -> new double[] {p.percentile(), p.us()})
            .toList();
    Latency latency = load.latency(metric == null ? Metric.EVICTION : metric);
    if (!drawn.isEmpty() && latency != null) {
      curves.add(new Curve(name, metric == null, latency.count(), drawn));
    }
  }

  private static Map<String, Long> marks(Latency eviction) {
    Map<String, Long> marks = new LinkedHashMap<>();
    if (eviction != null) {
      marks.put("50", eviction.p50());
      marks.put("90", eviction.p90());
      marks.put("99", eviction.p99());
      marks.put("99.9", eviction.p999());
      marks.put("100", eviction.max());
    }
    return marks;
  }

  private static List<Column> columns(List<Second> seconds, int width) {
    List<Column> columns = new ArrayList<>();
    List<Second> group = new ArrayList<>();
    for (Second second : seconds) {
      boolean other =
          !group.isEmpty() && (group.size() == width || group.get(0).warmup() != second.warmup());
      if (other) {
        columns.add(column(group));
        group.clear();
      }
      group.add(second);
    }
    if (!group.isEmpty()) {
      columns.add(column(group));
    }
    return columns;
  }

  private static Column column(List<Second> seconds) {
    Second first = seconds.get(0);
    return new Column(
        first.at(),
        seconds.get(seconds.size() - 1).at() - first.at() + 1,
        first.warmup(),
        seconds.stream().mapToLong(Second::planned).sum(),
        seconds.stream().mapToLong(Second::started).sum(),
        seconds.stream().mapToLong(Second::evictions).sum(),
        seconds.stream().mapToLong(Second::p50).max().orElse(0),
        seconds.stream().mapToLong(Second::p99).max().orElse(0),
        seconds.stream().mapToLong(Second::max).max().orElse(0));
  }

  private static List<Cell> heat(List<RecordedLatencies.Slot> slots, List<Column> columns) {
    NavigableMap<Integer, SortedMap<Integer, Long>> counts = new TreeMap<>();
    columns.forEach(column -> counts.put(column.at(), new TreeMap<>()));
    for (RecordedLatencies.Slot slot : slots) {
      Map.Entry<Integer, SortedMap<Integer, Long>> column = counts.floorEntry(slot.at());
      if (column != null) {
        slot.counts().forEach((range, count) -> column.getValue().merge(range, count, Long::sum));
      }
    }
    List<Cell> cells = new ArrayList<>();
    counts.forEach((at, column) -> column.forEach((range, n) -> cells.add(new Cell(at, range, n))));
    return cells;
  }
}
