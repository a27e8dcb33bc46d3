package io.solewire.cli;

import io.solewire.cli.calibrate.Extent;
import io.solewire.cli.target.Started;
import io.solewire.cli.target.Targets;
import io.solewire.load.LoadPlan;
import io.solewire.load.Workload;
import io.solewire.result.ExitCode;
import io.solewire.result.LoadOutcome;
import java.nio.file.Path;
import java.time.Instant;
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

  @Spec private CommandSpec spec;

  @ParentCommand private Solewire solewire;

  @Mixin private OutputOptions output;

  @Parameters(arity = "0..1", paramLabel = "TARGET", description = "What to put under load.")
  private String target;

  @Option(names = "--simulation", paramLabel = "NAME", description = "See --simulations.")
  private String simulation = Workload.TAKEOVER.text();

  @Option(names = "--simulations", description = "Print them, with their --size NAME=VALUE.")
  private boolean list;

  @Mixin private LoadOptions load;

  @Mixin private MetricsOption metrics;

  @Option(
      names = CalibrateHalf.OPTION,
      description = "Measure the instrument, on a server of known delay.")
  private boolean calibrate;

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
    LoadPlan plan = load.plan(simulation);
    Targets targets = new Targets(Arguments.pairs(output.set()));
    LoadHalf.check(
        plan, Problems.orFail(() -> targets.read(target)), metrics.problems(output.quiet()));
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
      LoadOutcome outcome = LoadHalf.load(session, output.set(), plan, metrics.port());
      return Verdicts.publish(session.judged().with(outcome).result(), session, output.json())
          .number();
    }
  }
}
