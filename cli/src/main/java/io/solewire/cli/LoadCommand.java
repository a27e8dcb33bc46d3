package io.solewire.cli;

import io.solewire.cli.calibrate.Extent;
import io.solewire.cli.target.Started;
import io.solewire.cli.target.Targets;
import io.solewire.load.LoadPlan;
import io.solewire.result.LoadOutcome;
import io.solewire.simulation.takeover.LoadSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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
    description = "Measures eviction latency under load, and gates it.",
    footer = "By default 1000 users, 500 newcomers/s, 10 s warm-up, 20 s measured.")
final class LoadCommand implements Callable<Integer> {

  private static final LoadPlan USUAL =
      new LoadPlan(LoadSettings.TAKEOVER, 500, 1_000, 10_000, 20_000, "uniform", List.of());

  @Spec private CommandSpec spec;

  @ParentCommand private Solewire solewire;

  @Mixin private OutputOptions output;

  @Parameters(arity = "0..1", paramLabel = "TARGET", description = "What to put under load.")
  private String target;

  @Option(names = "--simulation", paramLabel = "NAME", description = "takeover, the only one.")
  private String simulation = LoadSettings.TAKEOVER;

  @Mixin private LoadOptions load;

  @Option(
      names = CalibrateHalf.OPTION,
      description = "Measure the instrument, on a server of known delay.")
  private boolean calibrate;

  @Option(names = "--seed", paramLabel = "N", description = "Replays the plan of a run.")
  private Long seed;

  @Override
  public Integer call() {
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
    LoadPlan plan = load.plan(simulation, USUAL);
    Targets targets = new Targets(Arguments.pairs(output.set()));
    LoadHalf.check(plan, Problems.orFail(() -> targets.read(target)));
    String name = Problems.orFail(() -> targets.read(target)).name();
    Path folder = OutputFolder.makeForRun(output.out(), name);
    Path log = folder.resolve("target.log");
    Terminal terminal = output.terminal(spec.commandLine());
    Interruption interruption = solewire.interruption();
    interruption.arm();
    try (Started started =
        Problems.orFail(() -> targets.start(target, log, interruption::happened))) {
      Session session =
          new Session(
              "./solewire load",
              load.given(),
              started,
              folder,
              terminal,
              interruption,
              Session.seed(seed),
              Instant.now(),
              output.strict());
      LoadOutcome outcome = LoadHalf.load(session, output.set(), plan);
      return Verdicts.publish(session.judged().with(outcome).result(), session, output.json())
          .number();
    }
  }
}
