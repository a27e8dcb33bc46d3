package io.solewire.cli;

import io.solewire.cli.target.Started;
import io.solewire.cli.target.Targets;
import io.solewire.conformance.run.CaseInfo;
import io.solewire.conformance.run.ConformanceRun;
import io.solewire.conformance.stage.Budget;
import io.solewire.history.Header;
import io.solewire.history.History;
import io.solewire.history.HistoryException;
import io.solewire.history.Redactor;
import io.solewire.history.RunClock;
import io.solewire.history.Trace;
import io.solewire.profile.Profile;
import io.solewire.report.Words;
import io.solewire.result.Conclusion;
import io.solewire.result.ExitCode;
import io.solewire.result.RunResult;
import io.solewire.result.RunVerdict;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "conform",
    mixinStandardHelpOptions = true,
    description = "Judges a target by the cases of the rule.")
final class ConformCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @ParentCommand private Solewire solewire;

  @Mixin private OutputOptions output;

  @Parameters(arity = "0..1", paramLabel = "TARGET", description = "What to judge.")
  private String target;

  @Option(names = "--only", paramLabel = "GLOB", description = "Cases such as D4 or 'D*.late*'.")
  private List<String> only = new ArrayList<>();

  @Option(names = "--skip", paramLabel = "GLOB", description = "Cases to leave out.")
  private List<String> skip = new ArrayList<>();

  @Option(names = "--budget", description = "quick or full.", defaultValue = "quick")
  private Budget budget;

  @Option(names = "--seed", paramLabel = "N", description = "Replays the plan of a run.")
  private Long seed;

  @Override
  public Integer call() {
    List<CaseInfo> cases = CaseChoice.of(only, skip);
    Terminal terminal = output.terminal(spec.commandLine());
    terminal.expect(cases.size());
    Targets targets = new Targets(Arguments.pairs(output.set()));
    String name = Problems.orFail(() -> targets.read(target)).name();
    Path folder = OutputFolder.makeForRun(output.out(), name);
    Path log = folder.resolve("target.log");
    terminal.say("judging " + name + " by " + Words.count(cases.size(), "case"));
    Interruption interruption = solewire.interruption();
    interruption.arm();
    try (Started started =
        Problems.orFail(() -> targets.start(target, log, interruption::happened))) {
      return judge(started, cases, folder, terminal);
    }
  }

  private int judge(Started started, List<CaseInfo> cases, Path folder, Terminal terminal) {
    Profile profile = started.profile();
    long drawn = seed == null ? new SplittableRandom().nextLong(1, 1_000_000) : seed;
    Redactor redactor = new Redactor(profile.secrets().values());
    String replay = "./solewire conform" + redactor.clean(started.replay());
    Conclusion conclusion = new Conclusion(profile, drawn, replay, Trace.NEVER);
    String run = Long.toString(System.currentTimeMillis(), 36);
    Instant begin = Instant.now();
    RunClock clock = RunClock.start();
    try (History history = History.begin(folder, header(profile, drawn), redactor, clock)) {
      ConformanceRun.Settings settings = new ConformanceRun.Settings(budget, run);
      ConformanceRun suite = new ConformanceRun(history, conclusion, settings, terminal);
      solewire.interruption().cutBy(suite::interrupt);
      ConformanceRun.Outcome outcome = suite.execute(cases);
      boolean recorded = outcome.unrecorded().isEmpty();
      if (!recorded) {
        OutputFolder.dropHalfMerged(folder);
      }
      RunResult result = judged(started, conclusion, begin, outcome).result(recorded);
      ExitCode code =
          Verdicts.publish(result, Optional.of(folder), terminal, output.json(), redactor);
      return code.number();
    } catch (HistoryException e) {
      throw new CommandException(ExitCode.HARNESS, e.getMessage());
    }
  }

  private Judged judged(
      Started started, Conclusion conclusion, Instant begin, ConformanceRun.Outcome outcome) {
    List<String> problems = new ArrayList<>();
    String url = started.profile().endpoint().url().toString();
    outcome.target().ifPresent(why -> problems.add("the target " + url + ": " + why));
    outcome.target().flatMap(why -> started.deathLog()).ifPresent(problems::add);
    outcome.unrecorded().ifPresent(problems::add);
    RunVerdict.Circumstances around =
        new RunVerdict.Circumstances(
            output.strict(), outcome.target().isPresent(), outcome.interrupted());
    return new Judged(
        started.profile(),
        conclusion.replay(),
        conclusion.seed(),
        begin,
        outcome.cases(),
        problems,
        outcome.rtt(),
        around);
  }

  private static Header header(Profile profile, long seed) {
    return new Header(
        Header.FORMAT,
        profile.rules(),
        seed,
        profile.name(),
        profile.endpoint().url().toString(),
        profile.digest(),
        profile.document());
  }
}
