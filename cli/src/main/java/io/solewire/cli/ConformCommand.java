package io.solewire.cli;

import io.solewire.cli.target.Gallery;
import io.solewire.cli.target.Started;
import io.solewire.cli.target.Targets;
import io.solewire.conformance.race.Schedule;
import io.solewire.conformance.run.CaseInfo;
import io.solewire.conformance.run.ConformanceRun;
import io.solewire.profile.KnownFailures;
import io.solewire.profile.Profile;
import io.solewire.report.Words;
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
    name = "conform",
    mixinStandardHelpOptions = true,
    abbreviateSynopsis = true,
    description = "Judges a target by the cases of the rule.")
final class ConformCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @ParentCommand private Solewire solewire;

  @Mixin private OutputOptions output;

  @Mixin private SetOption set;

  @Parameters(arity = "0..1", paramLabel = "TARGET", description = "What to judge.")
  private String target;

  @Option(names = "--only", paramLabel = "GLOB", description = "Cases such as D4 or 'D*.late*'.")
  private List<String> only = new ArrayList<>();

  @Option(names = "--skip", paramLabel = "GLOB", description = "Cases to leave out.")
  private List<String> skip = new ArrayList<>();

  @Option(
      names = "--only-failed",
      paramLabel = "DIR",
      description = "Cases that did not pass in that run.")
  private Path onlyFailed;

  @Mixin private KnownOption known;

  @Option(
      names = "--schedule",
      paramLabel = "MOVES",
      description = "What a race plays, such as 'a1..a2 connect'.")
  private String schedule;

  @Mixin private BudgetOption budget;

  @Option(names = "--seed", paramLabel = "N", description = "Replays the plan of a run.")
  private Long seed;

  @Override
  public Integer call() {
    List<String> names = Problems.orFail(() -> Gallery.expand(target));
    if (names.size() < 2) {
      return one(names.isEmpty() ? null : names.get(0), output.out());
    }
    if (output.json()) {
      throw CommandException.usage("--json: expected one target, but " + target + " is several");
    }
    Path folder = OutputFolder.make(output.out(), target);
    solewire.interruption().arm();
    return new EachVariant(spec, folder, solewire.interruption()).run(names, this::one);
  }

  private int one(String name, Optional<Path> out) {
    List<CaseInfo> cases = CaseChoice.of(only, skip, Optional.ofNullable(onlyFailed));
    Optional<Schedule> moves = RaceChoice.of(schedule, cases);
    KnownFailures list = known.read();
    Terminal terminal = output.terminal(spec.commandLine());
    Targets targets = new Targets(set.pairs());
    Profile profile = Problems.orFail(() -> targets.read(name));
    terminal.expect(cases.size(), EarlierDurations.find(cases, profile, budget.asked(), out));
    Path folder = OutputFolder.makeForRun(out, profile.name());
    Path log = folder.resolve("target.log");
    terminal.say("judging " + profile.name() + " by " + Words.count(cases.size(), "case"));
    Interruption interruption = solewire.interruption();
    interruption.arm();
    try (Started started =
        Problems.orFail(() -> targets.start(name, log, interruption::happened))) {
      return judge(started, new Charge(cases, list, moves, chosen(cases)), folder, terminal);
    }
  }

  /** By which cases, which of these are known to fail, what races play, and how cases are typed. */
  private record Charge(
      List<CaseInfo> cases, KnownFailures known, Optional<Schedule> moves, String chosen) {}

  private String chosen(List<CaseInfo> cases) {
    return onlyFailed == null ? CaseChoice.given(only, skip) : CaseChoice.given(cases);
  }

  private int judge(Started started, Charge charge, Path folder, Terminal terminal) {
    Session session =
        new Session(
            "./solewire conform",
            budget.given() + known.given() + RaceChoice.given(charge.moves()),
            started,
            folder,
            terminal,
            solewire.interruption(),
            Session.seed(seed),
            Instant.now(),
            output.strict());
    ConformanceRun.Outcome outcome =
        ConformHalf.judge(session, charge.cases(), budget, charge.known(), charge.moves());
    return Verdicts.publish(
            session.judged().chosen(charge.chosen()).with(outcome).result(), session, output.json())
        .number();
  }
}
