package io.solewire.server.metrics;

import com.sun.management.UnixOperatingSystemMXBean;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.solewire.server.registry.CloseSignal;
import io.solewire.server.registry.Connection;
import io.solewire.server.registry.ConnectionListener;
import io.solewire.server.registry.Release;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;

/** The counters of one server, apart from those of any other in the process. Thread-safe. */
public final class ServerMetrics implements ConnectionListener {
  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Gauge connections =
      Gauge.builder()
          .name("solewire_connections")
          .help("WebSocket connections whose TCP has not ended")
          .register(registry);
  private final Counter takeovers =
      Counter.builder()
          .name("solewire_takeovers_total")
          .help("Newcomers that superseded an older connection of their user")
          .register(registry);
  private final Counter evictions =
      Counter.builder()
          .name("solewire_evictions_total")
          .help("Superseded connections that have ended, by what ended them")
          .labelNames("kind")
          .register(registry);
  private final Counter forcedCloses =
      Counter.builder()
          .name("solewire_forced_closes_total")
          .help("Connections cut by the server because no Close echo came in time")
          .register(registry);
  private final Histogram eviction =
      Histogram.builder()
          .name("solewire_eviction_seconds")
          .help("From the decision to evict until the Close frame was handed to TCP")
          .classicOnly()
          .classicUpperBounds(.0001, .00025, .0005, .001, .0025, .005, .01, .025, .05, .1, 1, 10)
          .register(registry);

  /** A set of counters at zero, every kind of eviction listed. */
  public ServerMetrics() {
    GaugeWithCallback.builder()
        .name("process_open_fds")
        .help("File descriptors that the process has open; 0 where the system does not count them")
        .callback(gauge -> gauge.call(openDescriptors()))
        .register(registry);
    for (Release kind : Release.values()) {
      evictions.initLabelValues(kind.label());
    }
  }

  private static long openDescriptors() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getOpenFileDescriptorCount()
        : 0;
  }

  /** A newcomer has superseded an older connection. */
  public void takeover() {
    takeovers.inc();
  }

  @Override
  public void opened(Connection connection) {
    connections.inc();
  }

  @Override
  public void closeSent(Connection connection, CloseSignal signal, long nanos) {
    if (signal.cause() == CloseSignal.Cause.TAKEOVER) {
      eviction.observe(nanos / 1e9);
    }
  }

  @Override
  public void ended(Connection connection, Release release) {
    if (connection.acknowledged()) {
      connections.dec();
    }
    if (connection.superseded()) {
      evictions.labelValues(release.label()).inc();
    }
    if (release == Release.FORCED) {
      forcedCloses.inc();
    }
  }

  /** What {@link #text()} is to be labelled with. */
  public String contentType() {
    return PrometheusTextFormatWriter.CONTENT_TYPE;
  }

  /** All counters in the Prometheus text format, UTF-8. */
  public byte[] text() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create().write(out, registry.scrape());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail to be written
    }
    return out.toByteArray();
  }
}
