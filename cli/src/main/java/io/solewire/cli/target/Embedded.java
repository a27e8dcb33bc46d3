package io.solewire.cli.target;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The reference server as a child process, so that it shares neither heap nor descriptors with the
 * harness. Stateless.
 */
final class Embedded {

  static final Duration READY_WITHIN = Duration.ofSeconds(30);

  private Embedded() {}

  static List<String> command(int port, Duration force) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xshare:auto",
        "-cp",
        System.getProperty("java.class.path"),
        "io.solewire.cli.Main",
        "serve",
        "--port",
        Integer.toString(port),
        "--force",
        force.toMillis() + "ms");
  }
}
