package io.solewire.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Artillery's ws engine, which connects as fast as it can.
 *
 * @param installed its package
 */
record Artillery(NodePackage installed) {

  /** Far more than it reaches: its arrivals wait for its own event loop. */
  private static final int RATE = 5_000;

  private static final String SCRIPT = "connects.json";
  private static final double PERIOD_SECONDS = 10;
  private static final long PATIENCE_MINUTES = 6;
  private static final double REACHED = 0.95;

  static Artillery install() throws MissingException, IOException, InterruptedException {
    return new Artillery(NodePackage.installed("artillery", SCRIPT));
  }

  /**
   * Connects a second in the best ten seconds of a run, or over all of it if that is more.
   *
   * @param server that it connects to
   * @param seconds in which its users would come if it could keep up
   * @param left what it leaves behind, without the endings
   */
  double connectsPerSecond(Server server, int seconds, Path left)
      throws MissingException, IOException, InterruptedException {
    Path log = left.resolveSibling(left.getFileName() + ".log");
    Path report = left.resolveSibling(left.getFileName() + ".json");
    Process process =
        installed.start(
            log,
            "node_modules/artillery/bin/run",
            "run",
            "--quiet",
            "--target",
            "ws://127.0.0.1:" + server.port(),
            "--overrides",
            String.format(
                Locale.ROOT,
                "{\"config\":{\"phases\":[{\"duration\":%d,\"arrivalRate\":%d}]}}",
                seconds,
                RATE),
            "--output",
            report.toString(),
            installed.folder().resolve(SCRIPT).toString());
    try {
      if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new IOException("Artillery did not end well: " + Files.readString(log));
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    return best(new ObjectMapper().readTree(report.toFile()));
  }

  private static double best(JsonNode report) throws IOException {
    JsonNode all = report.path("aggregate");
    long failed = all.path("counters").path("vusers.failed").asLong();
    double most = completed(all) * 1e3 / (time(all, "lastCounterAt") - time(all, "firstCounterAt"));
    for (JsonNode period : report.path("intermediate")) {
      most = Math.max(most, completed(period) / PERIOD_SECONDS);
    }
    if (failed > 0 || !(most > 0) || most > RATE * REACHED) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "Artillery: %d of its users failed, and %.0f/s were connected: expected none, and"
                  + " fewer than were asked for, %d/s",
              failed,
              most,
              RATE));
    }
    return most;
  }

  private static double completed(JsonNode part) {
    return part.path("counters").path("vusers.completed").asDouble();
  }

  private static double time(JsonNode part, String name) {
    return part.path(name).asDouble();
  }
}
