package io.solewire.cli;

import io.solewire.cli.target.Started;
import io.solewire.cli.target.Targets;
import io.solewire.load.LoadPlan;
import io.solewire.load.Workload;
import io.solewire.profile.LoadFile;
import io.solewire.profile.Profile;
import io.solewire.result.Shell;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What a target is compared with. Immutable.
 *
 * @param argument as a TARGET is given; null if it is compared with nothing
 * @param file may name the simulation
 */
record VersusChoice(String argument, LoadFile file) {

  /** How the option is written. */
  static final String OPTION = "--versus";

  static final VersusChoice NONE = new VersusChoice(null, LoadFile.NONE);

  /** The simulation that was asked for, or that in which two take turns if none was. */
  String simulation(String asked) {
    boolean unsaid = asked == null && file.simulation().isEmpty();
    return unsaid && argument != null ? Workload.VERSUS.text() : asked;
  }

  /** What of a plan does not fit. */
  List<String> problems(LoadPlan plan) {
    boolean turns = plan.simulation().equals(Workload.VERSUS.text());
    if (argument != null && !turns && Workload.find(plan.simulation()).isPresent()) {
      return List.of(
          OPTION
              + ": "
              + plan.simulation()
              + " takes no turns: expected no --simulation, or versus");
    }
    return argument == null && turns
        ? List.of("--simulation: versus: expected ./solewire load " + OPTION + " TARGET as well")
        : List.of();
  }

  /** Its profile. */
  Optional<Profile> read(Targets targets) {
    return argument == null ? Optional.empty() : Optional.of(named(() -> targets.read(argument)));
  }

  /** Starts it if need be; null if there is none. */
  Started start(Targets targets, Targets.Place place, BooleanSupplier unwanted) {
    return argument == null ? null : named(() -> targets.start(argument, place, unwanted));
  }

  private static <T> T named(Problems.Step<T> step) {
    try {
      return Problems.orFail(step);
    } catch (CommandException e) {
      throw new CommandException(e.exitCode(), OPTION + ": " + e.getMessage());
    }
  }

  /** What was asked for, as it is typed, with a space in front. */
  String given() {
    return argument == null ? "" : " " + OPTION + " " + Shell.word(argument);
  }
}
