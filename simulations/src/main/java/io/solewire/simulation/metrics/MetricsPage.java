package io.solewire.simulation.metrics;

import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;

/**
 * A load's page for Prometheus, {@code http://127.0.0.1:PORT/metrics}, served on threads of its own
 * until it is closed; nobody else's machine can ask for it. Text, or OpenMetrics for who asks so.
 * Thread-safe.
 */
public final class MetricsPage implements AutoCloseable {

  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private final HTTPServer server;

  private MetricsPage(HTTPServer server) {
    this.server = server;
  }

  /**
   * Opens one.
   *
   * @param port to listen on; 0 for any that is free
   * @param sources where the page finds what it shows
   * @return a page that answers
   * @throws IOException if the port cannot be had
   */
  public static MetricsPage open(int port, LoadSources sources) throws IOException {
    return new MetricsPage(
        HTTPServer.builder()
            .inetAddress(InetAddress.getByAddress(LOOPBACK))
            .port(port)
            .registry(LoadMetrics.of(sources))
            .buildAndStart());
  }

  /** Where it is. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getPort() + "/metrics");
  }

  /** Nobody is answered any more, and the port is free. */
  @Override
  public void close() {
    server.close();
  }
}
