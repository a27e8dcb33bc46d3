package io.solewire.load.gate;

import io.solewire.hint.Nearest;
import io.solewire.load.health.Lag;
import io.solewire.result.Capacity;
import io.solewire.result.Drift;
import io.solewire.result.Held;
import io.solewire.result.LoadResult;
import io.solewire.result.LoadResult.Latency;
import io.solewire.result.Metric;
import io.solewire.result.Readings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** All numbers that gates may ask about. Stateless. */
final class Measures {

  private static final String COUNT = "count";
  private static final int MICROS_PER_MILLI = 1_000;
  private static final Map<String, ToLongFunction<Latency>> STATISTICS = statistics();
  private static final Map<String, Measure> SINGLE = single();
  private static final Map<String, Measure> ALL = all();

  private Measures() {}

  static Optional<Measure> find(String path) {
    return Optional.ofNullable(ALL.get(path));
  }

  static List<String> paths() {
    return List.copyOf(ALL.keySet());
  }

  /** All paths, those of the latencies folded into one, for messages. */
  static String listed() {
    String metrics =
        Arrays.stream(Metric.values()).map(Metric::text).collect(Collectors.joining("|"));
    return String.join(", ", folded(SINGLE.keySet()))
        + " or ("
        + metrics
        + ").("
        + String.join("|", STATISTICS.keySet())
        + ")";
  }

  /** Paths that begin alike as one. */
  private static List<String> folded(Set<String> paths) {
    Map<String, List<String>> ends = new LinkedHashMap<>();
    for (String path : paths) {
      String[] parts = path.split("\\.", 2);
      List<String> list = ends.computeIfAbsent(parts[0], begin -> new ArrayList<>());
      list.addAll(List.of(parts).subList(1, parts.length));
    }
    return ends.entrySet().stream()
        .map(
            each ->
                each.getValue().isEmpty()
                    ? each.getKey()
                    : each.getKey() + ".(" + String.join("|", each.getValue()) + ")")
        .toList();
  }

  /** What a mistyped path may have meant, as the end of a message; empty if none is near. */
  static String suggestion(String typed) {
    for (String path : ALL.keySet()) {
      if (path.equalsIgnoreCase(typed)) {
        return "; names are case-sensitive, did you mean " + path + "?";
      }
    }
    for (Metric metric : Metric.values()) {
      if (metric.text().equalsIgnoreCase(typed)) {
        return "; did you mean " + metric.text() + ".p99?";
      }
    }
    return Nearest.suggestion(typed, ALL.keySet());
  }

  private static Map<String, ToLongFunction<Latency>> statistics() {
    Map<String, ToLongFunction<Latency>> all = new LinkedHashMap<>();
    all.put(COUNT, Latency::count);
    all.put("p50", Latency::p50);
    all.put("p90", Latency::p90);
    all.put("p99", Latency::p99);
    all.put("p99.9", Latency::p999);
    all.put("max", Latency::max);
    all.put("mean", Latency::mean);
    return all;
  }

  private static Map<String, Measure> single() {
    Map<String, Measure> all = new LinkedHashMap<>();
    fraction(all, "rate", Kind.RATE, LoadResult::rate);
    whole(all, "takeovers", Kind.COUNT, LoadResult::takeovers);
    whole(all, "unevicted", Kind.COUNT, LoadResult::unevicted);
    whole(all, "violations", Kind.FINDINGS, LoadResult::violations);
    whole(all, "errors", Kind.COUNT, LoadResult::errors);
    whole(all, "concurrent", Kind.COUNT, LoadResult::concurrent);
    part(all, "drift.p50", Kind.RATIO, LoadResult::drift, Drift::p50);
    part(all, "drift.p99", Kind.RATIO, LoadResult::drift, Drift::p99);
    part(all, "drift.memory", Kind.RATIO, LoadResult::drift, Drift::memory);
    part(all, "held.connections", Kind.COUNT, LoadResult::held, Held::connections);
    part(all, "held.answered", Kind.COUNT, LoadResult::held, Held::answered);
    part(all, "held.unanswered", Kind.COUNT, LoadResult::held, Held::unanswered);
    capacity(all, "capacity.rate", Capacity::rate, Capacity::mostRate);
    capacity(all, "capacity.low", Capacity::low, Capacity::mostLow);
    fraction(all, "generator.cpu", Kind.SHARE, load -> load.generator().cpu());
    whole(all, "generator.gcMs", Kind.TIME, load -> load.generator().gcMs() * MICROS_PER_MILLI);
    whole(
        all, "generator.scheduleLagP99Us", Kind.TIME, load -> load.generator().scheduleLagP99Us());
    read(all, "machineCpu", Kind.SHARE, Readings::machineCpu);
    read(all, "stealCpu", Kind.SHARE, Readings::stealCpu);
    read(all, "longestGcMs", Kind.TIME, readings -> micros(readings.longestGcMs()));
    read(all, "jitMs", Kind.TIME, readings -> micros(readings.jitMs()));
    read(all, "loopLagP50Us", Kind.TIME, Readings::loopLagP50Us);
    read(all, "loopLagP90Us", Kind.TIME, Readings::loopLagP90Us);
    read(all, "loopLagP99Us", Kind.TIME, Readings::loopLagP99Us);
    read(all, "loopLagP999Us", Kind.TIME, Readings::loopLagP999Us);
    read(all, "loopLagMaxUs", Kind.TIME, Readings::loopLagMaxUs);
    read(all, "loopLagMeanUs", Kind.TIME, Readings::loopLagMeanUs);
    return all;
  }

  private static Long micros(Long millis) {
    return millis == null ? null : millis * MICROS_PER_MILLI;
  }

  /** Of the generator's readings. */
  private static void read(
      Map<String, Measure> all, String name, Kind kind, Function<Readings, Number> source) {
    part(all, "generator." + name, kind, load -> load.generator().readings(), source);
  }

  private static void capacity(
      Map<String, Measure> all,
      String path,
      Function<Capacity, Number> source,
      ToDoubleFunction<Capacity> most) {
    part(all, path, Kind.CAPACITY, LoadResult::capacity, source);
    all.computeIfPresent(
        path,
        (same, found) ->
            new Measure(
                path,
                found.kind(),
                found.source(),
                l -> 0,
                l -> Optional.empty(),
                l -> Ceiling.of(l, most)));
  }

  /** Of a part that not every load has; what is not there, or was not read, is no sample. */
  private static <P> void part(
      Map<String, Measure> all,
      String path,
      Kind kind,
      Function<LoadResult, P> part,
      Function<P, Number> source) {
    all.put(
        path,
        new Measure(
            path,
            kind,
            load ->
                Optional.ofNullable(part.apply(load))
                    .map(source)
                    .filter(number -> isSample(number.doubleValue()))
                    .map(number -> new BigDecimal(number.toString()))));
  }

  private static Map<String, Measure> all() {
    Map<String, Measure> all = new LinkedHashMap<>(SINGLE);
    for (Metric metric : Metric.values()) {
      STATISTICS.forEach(
          (name, statistic) -> {
            String path = metric.text() + "." + name;
            all.put(
                path,
                name.equals(COUNT)
                    ? new Measure(path, Kind.COUNT, load -> Optional.of(count(load, metric)))
                    : new Measure(
                        path,
                        Kind.LATENCY,
                        load -> latency(load, metric, statistic),
                        load -> own(load, metric, name),
                        load -> thin(load, metric, name),
                        load -> Optional.empty()));
          });
    }
    return all;
  }

  private static void whole(
      Map<String, Measure> all, String path, Kind kind, ToLongFunction<LoadResult> source) {
    all.put(
        path,
        new Measure(path, kind, load -> Optional.of(BigDecimal.valueOf(source.applyAsLong(load)))));
  }

  /** A platform that cannot tell its load says NaN or less than 0, which is no sample. */
  private static void fraction(
      Map<String, Measure> all, String path, Kind kind, ToDoubleFunction<LoadResult> source) {
    all.put(
        path,
        new Measure(
            path,
            kind,
            load ->
                Optional.of(source.applyAsDouble(load))
                    .filter(Measures::isSample)
                    .map(BigDecimal::valueOf)));
  }

  private static boolean isSample(double number) {
    return Double.isFinite(number) && number >= 0;
  }

  /** A newcomer that was started late by the same loop is late twice, as its plan counts. */
  private static long own(LoadResult load, Metric metric, String statistic) {
    int times = metric == Metric.EVICTION_FROM_PLAN ? 2 : 1;
    return times * Lag.allowance(load.generator(), statistic);
  }

  private static Optional<Measure.Thin> thin(LoadResult load, Metric metric, String statistic) {
    Latency latency = load.latency(metric);
    if (!Support.isThin(latency, statistic)) {
      return Optional.empty();
    }
    String sure = Support.highest(latency).orElse(null);
    long value = sure == null ? 0 : STATISTICS.get(sure).applyAsLong(latency);
    long own = sure == null ? 0 : Math.min(value, own(load, metric, sure));
    return Optional.of(
        new Measure.Thin(
            latency.count(),
            Support.least(statistic).orElseThrow(),
            BigDecimal.valueOf(value),
            BigDecimal.valueOf(own)));
  }

  private static BigDecimal count(LoadResult load, Metric metric) {
    Latency latency = load.latency(metric);
    return latency == null ? BigDecimal.ZERO : BigDecimal.valueOf(latency.count());
  }

  private static Optional<BigDecimal> latency(
      LoadResult load, Metric metric, ToLongFunction<Latency> statistic) {
    return Optional.ofNullable(load.latency(metric))
        .filter(latency -> latency.count() > 0)
        .map(latency -> BigDecimal.valueOf(statistic.applyAsLong(latency)));
  }
}
