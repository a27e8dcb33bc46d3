package io.solewire.load;

import io.solewire.result.LoadResult;
import io.solewire.result.Metric;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/** A histogram for each metric, in nanoseconds, three significant digits. Not thread-safe. */
final class Histograms {

  private static final int DIGITS = 3;
  private static final int TICKS_PER_HALF_DISTANCE = 5;
  private static final double MICRO = 1e3;

  private final Map<Metric, Histogram> all = new EnumMap<>(Metric.class);

  void record(Metric metric, long nanos) {
    all.computeIfAbsent(metric, m -> new Histogram(DIGITS)).recordValue(Math.max(0, nanos));
  }

  Map<Metric, Histogram> all() {
    return all;
  }

  Map<String, LoadResult.Latency> summaries() {
    Map<String, LoadResult.Latency> summaries = new LinkedHashMap<>();
    for (Metric metric : Metric.values()) {
      Histogram histogram = all.get(metric);
      if (histogram != null) {
        summaries.put(metric.text(), summary(histogram));
      }
    }
    return summaries;
  }

  static LoadResult.Latency summary(Histogram h) {
    return new LoadResult.Latency(
        h.getTotalCount(),
        micros(h.getValueAtPercentile(50)),
        micros(h.getValueAtPercentile(90)),
        micros(h.getValueAtPercentile(99)),
        micros(h.getValueAtPercentile(99.9)),
        micros(h.getMaxValue()),
        Math.round(h.getMean() / MICRO));
  }

  /** The distribution of a metric, for drawing. */
  List<LoadResult.Point> curve(Metric metric) {
    Histogram histogram = all.get(metric);
    return histogram == null ? List.of() : curve(histogram);
  }

  /** The percentiles of a distribution, ever closer towards the largest. */
  static List<LoadResult.Point> curve(Histogram histogram) {
    List<LoadResult.Point> points = new ArrayList<>();
    for (HistogramIterationValue v : histogram.percentiles(TICKS_PER_HALF_DISTANCE)) {
      points.add(
          new LoadResult.Point(v.getPercentileLevelIteratedTo(), v.getValueIteratedTo() / MICRO));
    }
    return points;
  }

  private static long micros(long nanos) {
    return Math.round(nanos / MICRO);
  }
}
