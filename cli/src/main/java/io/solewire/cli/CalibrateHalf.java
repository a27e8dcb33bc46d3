package io.solewire.cli;

import io.solewire.cli.calibrate.Calibration;
import io.solewire.cli.calibrate.CalibrationFiles;
import io.solewire.cli.calibrate.CalibrationResult;
import io.solewire.cli.calibrate.Extent;
import io.solewire.cli.calibrate.Scene;
import io.solewire.cli.load.LoadException;
import io.solewire.conformance.target.TargetException;
import io.solewire.result.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The load half's look at itself. Immutable. */
record CalibrateHalf(Path folder, Terminal terminal, Interruption interruption, boolean json) {

  static final String OPTION = "--calibrate";

  private static final Set<String> FITTING =
      Set.of(OPTION, "--out", "--quiet", "--json", "--no-color", "--seed");

  /** Refuses what it does not listen to, everything at once. */
  static void check(ParseResult given) {
    List<String> problems = new ArrayList<>();
    if (given.hasMatchedPositional(0)) {
      problems.add("TARGET: expected none, since --calibrate starts a server of its own");
    }
    for (OptionSpec option : given.matchedOptionsSet()) {
      if (!FITTING.contains(option.longestName())) {
        problems.add(option.longestName() + ": not to be given with --calibrate" + why(option));
      }
    }
    if (!problems.isEmpty()) {
      throw CommandException.usage(String.join("\n", problems));
    }
  }

  private static String why(OptionSpec option) {
    return switch (option.longestName()) {
      case "--gate", "--strict" -> ", which judges no server";
      case "--set" -> ", which has a profile of its own";
      default -> ", which makes plans of its own";
    };
  }

  /** Measures, writes and says what was found. */
  ExitCode run(Extent extent, long seed) {
    terminal.say(announcement(extent));
    Calibration calibration = new Calibration(extent, seed, Version.tool(), scene());
    Optional<CommandException> failed = Optional.empty();
    try {
      Problems.orFail(() -> measured(calibration));
    } catch (CommandException e) {
      failed = Optional.of(e);
    }
    publish(calibration.result());
    if (failed.isPresent()) {
      throw failed.get();
    }
    return calibration.result().exitCode();
  }

  private static Calibration measured(Calibration calibration) throws TargetException {
    try {
      calibration.run();
      return calibration;
    } catch (LoadException e) {
      throw new CommandException(ExitCode.HARNESS, e.getMessage());
    }
  }

  private static String announcement(Extent extent) {
    return "calibration: a server of known delay, "
        + extent.delaysMs().size()
        + " delays at "
        + extent.levels().size()
        + " rates, about "
        + Math.max(1, extent.about().toMinutes())
        + " min";
  }

  private void publish(CalibrationResult result) {
    try {
      CalibrationFiles.write(result, folder);
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.HARNESS, "the calibration could not be written: " + OutputFolder.reason(e));
    }
    if (json) {
      terminal.result(CalibrationFiles.json(result).stripTrailing());
    } else {
      terminal.result("\n" + CalibrationFiles.headline(result));
      terminal.say("seed     " + result.seed());
      terminal.say("report   " + terminal.link(folder.resolve(CalibrationFiles.MARKDOWN)));
    }
  }

  private Scene scene() {
    return new Scene() {
      @Override
      public Path folder() {
        return folder;
      }

      @Override
      public Path folder(String name) {
        return OutputFolder.makeForRun(Optional.of(folder.resolve(name)), name);
      }

      @Override
      public void say(String line) {
        terminal.say(line);
      }

      @Override
      public void progress(String text) {
        terminal.progress(text);
      }

      @Override
      public void cutBy(Runnable action) {
        interruption.cutBy(action);
      }

      @Override
      public boolean isInterrupted() {
        return interruption.happened();
      }
    };
  }
}
