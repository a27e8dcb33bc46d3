package io.solewire.cli;

import io.solewire.cli.load.FlightRecording;
import io.solewire.cli.target.Targets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether the generator and servers of this release record their flights. */
final class FlightOption {

  @Option(names = FlightRecording.OPTION, description = "Flight recordings of both sides.")
  private boolean asked;

  boolean isAsked() {
    return asked;
  }

  /** As it is typed, with a space in front; empty if it was not. */
  String given() {
    return asked ? " " + FlightRecording.OPTION : "";
  }

  /** Why it cannot be had: a JVM's option has commas between its parts. */
  List<String> problems(Optional<Path> out) {
    return asked
            && out.filter(folder -> folder.toAbsolutePath().toString().contains(",")).isPresent()
        ? List.of(
            FlightRecording.OPTION + ": --out " + out.get() + ": expected a path without commas")
        : List.of();
  }

  /** Where a target leaves what it prints, and its recording. */
  Targets.Place place(Path folder, String log, String recording) {
    return new Targets.Place(
        folder.resolve(log), asked ? Optional.of(folder.resolve(recording)) : Optional.empty());
  }

  /** Says what was recorded, once the processes have ended. */
  void tell(Path folder, Terminal terminal) {
    if (!asked) {
      return;
    }
    for (String name :
        List.of(FlightRecording.GENERATOR, FlightRecording.SERVER, FlightRecording.VERSUS)) {
      if (Files.exists(folder.resolve(name))) {
        terminal.say("flight   " + terminal.link(folder.resolve(name)));
      }
    }
    if (Files.notExists(folder.resolve(FlightRecording.SERVER))) {
      terminal.say(
          "         only the reference server's flight is recorded beside the generator's");
    }
  }
}
