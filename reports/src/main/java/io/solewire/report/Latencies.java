package io.solewire.report;

import io.solewire.result.LoadResult;
import io.solewire.result.LoadResult.Latency;
import io.solewire.result.LoadVerdict;
import io.solewire.result.Metric;
import java.util.List;

/**
 * The headline numbers of a load in words, to stand beside those of others. Immutable.
 *
 * @param evictionP50 median of the eviction latency; "never" if there were takeovers and incumbents
 *     were left unevicted, "–" if nothing was measured
 * @param evictionP99 its 99th percentile
 * @param evictionMax its largest
 * @param admissionP50 median of the admission latency
 * @param admissionP99 its 99th percentile
 * @param rate newcomers per second
 * @param takeovers how many takeovers were measured
 * @param notice why the numbers prove nothing; empty if they stand
 */
public record Latencies(
    String evictionP50,
    String evictionP99,
    String evictionMax,
    String admissionP50,
    String admissionP99,
    String rate,
    String takeovers,
    String notice) {

  /** What stands over them, in their order. */
  public static final List<String> HEADS =
      List.of(
          "eviction p50",
          "eviction p99",
          "eviction max",
          "admission p50",
          "admission p99",
          "rate",
          "takeovers");

  /** What is said where nothing was measured. */
  public static final String NONE = "–";

  static Latencies of(LoadResult load) {
    Latency eviction = load.latency(Metric.EVICTION);
    Latency admission = load.latency(Metric.ADMISSION);
    String without = load.takeovers() > 0 && load.unevicted() > 0 ? "never" : NONE;
    return new Latencies(
        eviction == null ? without : Words.micros(eviction.p50()),
        eviction == null ? without : Words.micros(eviction.p99()),
        eviction == null ? without : Words.micros(eviction.max()),
        admission == null ? NONE : Words.micros(admission.p50()),
        admission == null ? NONE : Words.micros(admission.p99()),
        LoadWords.rate(load.rate()),
        LoadWords.number(load.takeovers()),
        LoadVerdict.unproven(load).orElse(""));
  }

  /**
   * The numbers.
   *
   * @return in the order of {@link #HEADS}
   */
  public List<String> cells() {
    return List.of(
        evictionP50, evictionP99, evictionMax, admissionP50, admissionP99, rate, takeovers);
  }
}
