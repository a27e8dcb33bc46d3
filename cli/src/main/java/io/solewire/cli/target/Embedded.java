package io.solewire.cli.target;

import io.solewire.cli.load.FlightRecording;
import io.solewire.conformance.target.ChildProcess;
import io.solewire.conformance.target.Running;
import io.solewire.conformance.target.TargetException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The reference server as a child process, so that it shares neither heap nor descriptors with the
 * harness. Stateless.
 */
final class Embedded {

  private Embedded() {}

  /** Starts it with the options that a profile gives, and does not wait until it is ready. */
  static Running start(int port, Duration force, Targets.Place place, List<String> options)
      throws TargetException {
    List<String> command = new ArrayList<>(command(port, force, place));
    command.addAll(options);
    return ChildProcess.start(command, Path.of("."), place.log());
  }

  private static List<String> command(int port, Duration force, Targets.Place place) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    place.recording().map(FlightRecording::option).ifPresent(command::add);
    command.addAll(
        List.of(
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
            force.toMillis() + "ms"));
    return command;
  }
}
