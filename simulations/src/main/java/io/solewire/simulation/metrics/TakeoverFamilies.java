package io.solewire.simulation.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What became of newcomers and incumbents, by the phase of the plan. Thread-safe. On one page no
 * more were admitted than were started, and no more evicted than admitted: what follows is read
 * before what it follows from.
 */
final class TakeoverFamilies implements MultiCollector {

  private final LoadCounters counters;

  TakeoverFamilies(LoadCounters counters) {
    this.counters = counters;
  }

  /** The counters of one phase, in the order in which they are read. */
  private record Reading(
      Labels labels,
      ClassicHistogramBuckets latencies,
      double seconds,
      long unevicted,
      long errors,
      long admitted,
      long started) {

    static Reading of(String phase, LoadCounters.Part part) {
      return new Reading(
          Labels.of("phase", phase),
          part.evicted.buckets(),
          part.evicted.seconds(),
          part.unevicted.sum(),
          part.errors.sum(),
          part.admitted.sum(),
          part.started.sum());
    }

    long evicted() {
      return latencies.stream().mapToLong(bucket -> bucket.getCount()).sum();
    }
  }

  @Override
  public MetricSnapshots collect() {
    List<Reading> read = new ArrayList<>();
    counters.each((phase, part) -> read.add(Reading.of(phase, part)));
    return MetricSnapshots.of(
        counter(
            "solewire_newcomers_started",
            "Newcomers that began to connect, by the phase of the plan they belong to",
            read,
            Reading::started),
        counter(
            "solewire_newcomers_admitted", "Newcomers that were admitted", read, Reading::admitted),
        counter(
            "solewire_newcomer_errors",
            "Newcomers that were not admitted, those ended by another newcomer aside",
            read,
            Reading::errors),
        counter(
            "solewire_incumbents_evicted",
            "Incumbents that were evicted, their newcomer admitted",
            read,
            Reading::evicted),
        counter(
            "solewire_incumbents_unevicted",
            "Incumbents that were not evicted by their deadline",
            read,
            Reading::unevicted),
        latency(read));
  }

  /** In text its name ends in {@code _total}. */
  private static CounterSnapshot counter(
      String name, String help, List<Reading> read, ToLongFunction<Reading> value) {
    CounterSnapshot.Builder family = CounterSnapshot.builder().name(name).help(help);
    read.forEach(
        reading ->
            family.dataPoint(
                CounterDataPointSnapshot.builder()
                    .labels(reading.labels())
                    .value(value.applyAsLong(reading))
                    .build()));
    return family.build();
  }

  private static HistogramSnapshot latency(List<Reading> read) {
    HistogramSnapshot.Builder family =
        HistogramSnapshot.builder()
            .name("solewire_eviction_latency_seconds")
            .unit(Unit.SECONDS)
            .help("From the newcomer's request until its incumbent was evicted");
    read.forEach(
        reading ->
            family.dataPoint(
                HistogramDataPointSnapshot.builder()
                    .labels(reading.labels())
                    .classicHistogramBuckets(reading.latencies())
                    .sum(reading.seconds())
                    .build()));
    return family.build();
  }
}
