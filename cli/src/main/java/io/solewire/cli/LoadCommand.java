package io.solewire.cli;

import io.solewire.cli.calibrate.Extent;
import io.solewire.cli.load.FlightRecording;
import io.solewire.cli.target.Started;
import io.solewire.cli.target.Targets;
import io.solewire.load.LoadPlan;
import io.solewire.profile.Profile;
import io.solewire.result.ExitCode;
import io.solewire.result.LoadOutcome;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "load",
    mixinStandardHelpOptions = true,
    abbreviateSynopsis = true,
    description = "Measures eviction latency under load, and gates it.")
final class LoadCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @ParentCommand private Solewire solewire;

  @Mixin private OutputOptions output;

  @Mixin private SetOption set;

  @Parameters(arity = "0..1", paramLabel = "TARGET", description = "What to put under load.")
  private String target;

  @Option(
      names = "--simulation",
      paramLabel = "NAME",
      description = "Who comes when; --simulations prints them.")
  private String simulation;

  @Option(names = "--simulations", hidden = true, description = "Print them, with their options.")
  private boolean list;

  @Mixin private LoadOptions load;

  @Mixin private MetricsOption metrics;

  @Option(
      names = CalibrateHalf.OPTION,
      description = "Measure the instrument, on a server of known delay.")
  private boolean calibrate;

  @Option(
      names = VersusChoice.OPTION,
      paramLabel = "TARGET",
      description = "Another one, in turns: is it faster?")
  private String versus;

  @Mixin private FlightOption flight;

  @Option(names = "--seed", paramLabel = "N", description = "Replays the plan of a run.")
  private Long seed;

  @Override
  public Integer call() {
    if (list) {
      Simulations.print(spec.commandLine().getOut());
      return ExitCode.OK.number();
    }
    return calibrate ? calibrated() : loaded();
  }

  private int calibrated() {
    CalibrateHalf.check(spec.commandLine().getParseResult());
    Path folder = OutputFolder.makeForRun(output.out(), "calibration");
    Terminal terminal = output.terminal(spec.commandLine());
    Interruption interruption = solewire.interruption();
    interruption.arm();
    return new CalibrateHalf(folder, terminal, interruption, output.json())
        .run(Extent.USUAL, Session.seed(seed))
        .number();
  }

  private int loaded() {
    Targets targets = new Targets(set.pairs());
    Profile profile = Problems.orFail(() -> targets.read(target));
    VersusChoice choice = new VersusChoice(versus, load.file());
    Optional<Profile> reference = choice.read(targets);
    LoadPlan asked = load.plan(choice.simulation(simulation));
    List<String> more = new ArrayList<>(metrics.problems(output.quiet()));
    more.addAll(choice.problems(asked));
    more.addAll(flight.problems(output.out()));
    LoadPlan plan = LoadHalf.check(asked, load, profile, reference, more);
    String name = profile.name();
    Path folder = OutputFolder.makeForRun(output.out(), name);
    Terminal terminal = output.terminal(spec.commandLine());
    Interruption interruption = solewire.interruption();
    interruption.arm();
    Targets.Place place = flight.place(folder, OutputFolder.TARGET_LOG, FlightRecording.SERVER);
    Targets.Place beside = flight.place(folder, OutputFolder.VERSUS_LOG, FlightRecording.VERSUS);
    ExitCode code;
    try (Started started =
            Problems.orFail(() -> targets.start(target, place, interruption::happened));
        Started other = choice.start(targets, beside, interruption::happened)) {
      Session session =
          new Session(
              "./solewire load",
              load.given() + choice.given() + flight.given(),
              started,
              folder,
              terminal,
              interruption,
              Session.seed(load.seed(seed)),
              Instant.now(),
              output.strict());
      LoadOutcome outcome = LoadHalf.load(session, set.given(), plan, extras(other));
      code = Verdicts.publish(session.judged().with(outcome).result(), session, output.json());
    }
    flight.tell(folder, terminal);
    return code.number();
  }

  private LoadHalf.Extras extras(Started other) {
    return new LoadHalf.Extras(
        Optional.ofNullable(other), load.sources(), metrics.port(), flight.isAsked());
  }
}
