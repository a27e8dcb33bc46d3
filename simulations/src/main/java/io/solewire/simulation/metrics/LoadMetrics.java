package io.solewire.simulation.metrics;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.core.metrics.SummaryWithCallback;
import io.prometheus.metrics.instrumentation.jvm.ProcessMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Quantile;
import io.prometheus.metrics.model.snapshots.Quantiles;
import io.prometheus.metrics.model.snapshots.StateSetSnapshot;
import io.prometheus.metrics.model.snapshots.StateSetSnapshot.StateSetDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Unit;
import io.solewire.load.FindingCounts;
import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/**
 * The families of a load's page, in a registry of their own. Immutable. Names and units follow <a
 * href="https://prometheus.io/docs/practices/naming/">Prometheus' conventions</a>.
 */
final class LoadMetrics {

  private static final double NANOS = 1e9;
  private static final double PERCENT = 100;
  private static final double[] QUANTILES = {0.5, 0.9, 0.99, 0.999, 1};

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final LoadSources sources;

  private LoadMetrics(LoadSources sources) {
    this.sources = sources;
  }

  /** Everything that is told of a load and of the process that generates it. */
  static PrometheusRegistry of(LoadSources sources) {
    LoadMetrics metrics = new LoadMetrics(sources);
    metrics.load();
    metrics.registry.register(new TakeoverFamilies(sources.counters()));
    metrics.findings();
    metrics.generator();
    return metrics.registry;
  }

  private void load() {
    Info info =
        Info.builder()
            .name("solewire_load_info")
            .help("The load that is running")
            .labelNames("simulation")
            .register(registry);
    info.setLabelValues(sources.simulation());
    registry.register(this::phase);
    gauge(
        "solewire_connections_held",
        "Connections that the load has open or is opening",
        () -> sources.connections().getAsInt());
  }

  private StateSetSnapshot phase() {
    LoadPhase now = sources.phase().get();
    StateSetDataPointSnapshot.Builder point = StateSetDataPointSnapshot.builder();
    Arrays.stream(LoadPhase.values()).forEach(phase -> point.state(phase.text(), phase == now));
    return StateSetSnapshot.builder()
        .name("solewire_load_phase")
        .help("What the load is at: the phase whose value is 1")
        .dataPoint(point.build())
        .build();
  }

  private void findings() {
    CounterWithCallback.builder()
        .name("solewire_violations_total")
        .help("Promises found broken so far; some may be withdrawn at the end")
        .labelNames("rule")
        .callback(
            counter ->
                sources.findings().rows().stream()
                    .filter(FindingCounts.Row::promise)
                    .forEach(row -> counter.call(row.failed(), row.rule())))
        .register(registry);
    CounterWithCallback.builder()
        .name("solewire_findings_total")
        .help("What the judges found so far, by rule; some may be withdrawn at the end")
        .labelNames("rule", "verdict")
        .callback(counter -> sources.findings().rows().forEach(row -> verdicts(counter, row)))
        .register(registry);
  }

  private static void verdicts(CounterWithCallback.Callback counter, FindingCounts.Row row) {
    counter.call(row.passed(), row.rule(), "pass");
    counter.call(row.failed(), row.rule(), "fail");
    counter.call(row.warned(), row.rule(), "warn");
  }

  private void generator() {
    summary(
        "solewire_generator_start_lag_seconds",
        "How late newcomers of the measured time were started, against the plan",
        sources.startLag());
    summary(
        "solewire_generator_loop_lag_seconds",
        "How late the event loops were in the measured time, by a heartbeat every 10 ms",
        sources.loopLag());
    LoadSources.Recording recording = sources.recording();
    gauge(
        "solewire_generator_recording_backlog_events",
        "Events that wait to be recorded and judged",
        () -> recording.backlog().getAsLong());
    gauge(
        "solewire_generator_recording_backlog_max_events",
        "Beyond so many that wait, events are lost",
        recording::most);
    CounterWithCallback.builder()
        .name("solewire_generator_events_lost_total")
        .help("Events that found no room among those that wait to be recorded")
        .callback(counter -> counter.call(recording.lost().getAsLong()))
        .register(registry);
    ProcessMetrics.builder().register(registry);
  }

  private void gauge(String name, String help, DoubleSupplier value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(gauge -> gauge.call(value.getAsDouble()))
        .register(registry);
  }

  /** The sum is the histogram's mean times its count, good to three digits. */
  private void summary(String name, String help, Supplier<Histogram> values) {
    SummaryWithCallback.builder()
        .name(name)
        .unit(Unit.SECONDS)
        .help(help)
        .callback(
            summary -> {
              Histogram seen = values.get();
              long count = seen.getTotalCount();
              double sum = count == 0 ? 0 : seen.getMean() * count / NANOS;
              summary.call(count, sum, quantiles(seen));
            })
        .register(registry);
  }

  private static Quantiles quantiles(Histogram seen) {
    if (seen.getTotalCount() == 0) {
      return Quantiles.EMPTY;
    }
    return Quantiles.of(
        Arrays.stream(QUANTILES)
            .mapToObj(q -> new Quantile(q, seen.getValueAtPercentile(q * PERCENT) / NANOS))
            .toList());
  }
}
