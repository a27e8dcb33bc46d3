package io.solewire.report;

import io.solewire.result.LoadResult;
import io.solewire.result.LoadResult.Latency;
import io.solewire.result.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A row of the table of latencies. Immutable.
 *
 * @param name of the metric, as in result.json and in gates
 * @param words what it is; empty if this release does not know it
 * @param cells one for each of {@link #HEADS}
 */
record LatencyRow(String name, String words, List<String> cells) {

  /** What stands in the cells. */
  static final List<String> HEADS = List.of("count", "p50", "p90", "p99", "p99.9", "max");

  /** What rounds to a minute, microseconds. */
  private static final long A_MINUTE = 59_950_000;

  /** Those with samples, the headline first. */
  static List<LatencyRow> of(LoadResult load) {
    List<LatencyRow> rows = new ArrayList<>();
    for (Metric metric : Metric.values()) {
      Latency latency = load.latency(metric);
      if (latency != null) {
        rows.add(of(metric.text(), words(metric), latency));
      }
    }
    Set<String> known = new HashSet<>(Arrays.stream(Metric.values()).map(Metric::text).toList());
    for (Map.Entry<String, Latency> entry : load.metrics().entrySet()) {
      if (!known.contains(entry.getKey())) {
        rows.add(of(entry.getKey(), "", entry.getValue()));
      }
    }
    return rows;
  }

  private static LatencyRow of(String name, String words, Latency latency) {
    List<String> cells = new ArrayList<>();
    cells.add(LoadWords.number(latency.count()));
    for (long us :
        new long[] {latency.p50(), latency.p90(), latency.p99(), latency.p999(), latency.max()}) {
      cells.add(cell(us));
    }
    return new LatencyRow(name, words, List.copyOf(cells));
  }

  /** In seconds where it would be minutes, so that a column can be compared. */
  private static String cell(long us) {
    return us < A_MINUTE ? Words.micros(us) : LoadWords.number((us + 500_000) / 1_000_000) + " s";
  }

  private static String words(Metric metric) {
    return switch (metric) {
      case EVICTION -> "evicted after the newcomer's request was written";
      case EVICTION_FROM_PLAN -> "evicted after the newcomer was due by the plan";
      case EVICTION_AFTER_ADMISSION -> "evicted after the newcomer was admitted";
      case EVICTION_BEFORE_ADMISSION -> "evicted before the newcomer was admitted";
      case ADMISSION -> "admitted after the request was written";
      case RELEASE -> "TCP ended after the eviction; of the sample";
      case OVERLAP -> "both alive; 0 where the incumbent went first";
      case SETTLING -> "the last loser told after the last request of those that met";
      case STRANGER -> "a stranger's answer to a probe";
    };
  }
}
