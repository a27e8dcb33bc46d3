package io.solewire.cli.target;

import io.solewire.cli.load.FlightRecording;
import io.solewire.conformance.target.ChildProcess;
import io.solewire.conformance.target.TargetException;
import io.solewire.profile.Profile;
import io.solewire.profile.Start;
import io.solewire.profile.Variables;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The reference server as a child process, so that it shares neither heap nor descriptors with the
 * harness. Stateless.
 */
final class Embedded {

  private Embedded() {}

  /** Starts it with the options that the profile gives, and waits until it is ready. */
  static ChildProcess start(
      Profile profile, Start start, int port, Targets.Place place, BooleanSupplier unwanted)
      throws TargetException {
    Variables known = Variables.NONE.with("port", Integer.toString(port));
    List<String> command = new ArrayList<>(command(port, profile.evicted().force(), place));
    start.serve().orElseThrow().forEach(option -> command.add(option.render(known)));
    ChildProcess child = ChildProcess.start(command, Path.of("."), place.log());
    child.awaitPort(port, start.readyWithin(), unwanted);
    return child;
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
