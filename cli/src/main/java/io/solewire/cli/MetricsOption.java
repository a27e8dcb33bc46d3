package io.solewire.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** Where a load serves its live metrics. */
final class MetricsOption {

  private static final String NAME = "--metrics-port";
  private static final int LARGEST = 65_535;
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  @Option(
      names = NAME,
      hidden = true, // told in README: help has no room
      paramLabel = "PORT",
      description = "Live Prometheus metrics on loopback; 0: any.")
  private Integer port;

  OptionalInt port() {
    return port == null ? OptionalInt.empty() : OptionalInt.of(port);
  }

  /** Why it cannot be had; what is free now may be taken by the time the load begins. */
  List<String> problems(boolean quiet) {
    if (port == null) {
      return List.of();
    }
    if (port < 0 || port > LARGEST) {
      return List.of(NAME + ": " + port + ": expected 1 to " + LARGEST + ", or 0 for any");
    }
    if (port == 0) {
      return quiet
          ? List.of(NAME + ": 0: expected 1 to " + LARGEST + ", since a quiet load names no port")
          : List.of();
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port));
      return List.of();
    } catch (IOException e) {
      return List.of(NAME + ": " + port + ": expected a free port of 127.0.0.1: " + e.getMessage());
    }
  }
}
