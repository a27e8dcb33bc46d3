package io.solewire.load.compare;

import io.solewire.result.Metric;

/** What is compared of two servers. Their number is fixed beforehand: intervals allow for it. */
public enum Compared {
  /** Median of the eviction latency. */
  EVICTION_P50("eviction.p50", Metric.EVICTION, 50),
  /** 90th percentile of the eviction latency. */
  EVICTION_P90("eviction.p90", Metric.EVICTION, 90),
  /** 99th percentile of the eviction latency. */
  EVICTION_P99("eviction.p99", Metric.EVICTION, 99),
  /** Median of the admission latency. */
  ADMISSION_P50("admission.p50", Metric.ADMISSION, 50),
  /** 99th percentile of the admission latency. */
  ADMISSION_P99("admission.p99", Metric.ADMISSION, 99),
  /** Evictions per second of a slot; the only one of which more is better. */
  EVICTION_RATE("evictionRate", Metric.EVICTION, 0);

  /** A percentile with fewer samples beyond it is mostly chance. */
  private static final int LEAST_BEYOND = 10;

  private static final int WHOLE = 100;

  private final String text;
  private final Metric metric;
  private final int percentile;

  Compared(String text, Metric metric, int percentile) {
    this.text = text;
    this.metric = metric;
    this.percentile = percentile;
  }

  /** The name in result.json; of latencies also that in gates. */
  public String text() {
    return text;
  }

  /** The distribution that it is of. */
  public Metric metric() {
    return metric;
  }

  /** Which percentile of it, 0 to 100; 0 for the rate. */
  public int percentile() {
    return percentile;
  }

  /** True of the number of samples in a second, false of latencies. */
  public boolean isRate() {
    return percentile == 0;
  }

  /** How many samples a slot must have: ten beyond the percentile. */
  public long leastSamples() {
    return isRate() ? 1 : -Math.floorDiv(-LEAST_BEYOND * WHOLE, WHOLE - percentile);
  }
}
