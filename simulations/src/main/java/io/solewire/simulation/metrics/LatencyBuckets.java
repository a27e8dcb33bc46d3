package io.solewire.simulation.metrics;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Latencies in buckets whose bounds are those of a native histogram of schema 1: powers of the
 * square root of 2, from 61 µs to 8 s. Thread-safe; recording takes no lock and allocates nothing,
 * which is why this is not the library's histogram: that one lets observers wait while it is read.
 * What is read while latencies are recorded may hold one in its bucket and not yet in the sum.
 */
final class LatencyBuckets {

  private static final int LOWEST = -28;
  private static final int HIGHEST = 6;
  private static final double NANOS = 1e9;

  private static final double[] BOUNDS =
      IntStream.concat(IntStream.rangeClosed(LOWEST, HIGHEST), IntStream.of(Integer.MAX_VALUE))
          .mapToDouble(half -> Math.pow(2, half / 2.0))
          .toArray();

  private static final long[] NANO_BOUNDS =
      Arrays.stream(BOUNDS).mapToLong(seconds -> (long) (seconds * NANOS)).toArray();

  private final LongAdder[] counts =
      Stream.generate(LongAdder::new).limit(BOUNDS.length).toArray(LongAdder[]::new);
  private final LongAdder nanos = new LongAdder();

  /** One more, nanoseconds; less than none counts as none. */
  void record(long latency) {
    long positive = Math.max(0, latency);
    int found = Arrays.binarySearch(NANO_BOUNDS, positive);
    counts[found >= 0 ? found : -found - 1].increment();
    nanos.add(positive);
  }

  long count() {
    return Arrays.stream(counts).mapToLong(LongAdder::sum).sum();
  }

  double seconds() {
    return nanos.sum() / NANOS;
  }

  /** Each with what is in it alone, as the library wants it. */
  ClassicHistogramBuckets buckets() {
    return ClassicHistogramBuckets.of(
        BOUNDS, Arrays.stream(counts).mapToLong(LongAdder::sum).toArray());
  }
}
