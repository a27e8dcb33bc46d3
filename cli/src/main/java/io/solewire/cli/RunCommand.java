package io.solewire.cli;

import io.solewire.cli.target.Started;
import io.solewire.cli.target.Targets;
import io.solewire.conformance.catalogue.Catalogue;
import io.solewire.conformance.run.CaseInfo;
import io.solewire.conformance.run.ConformanceRun;
import io.solewire.conformance.run.Judged;
import io.solewire.profile.KnownFailures;
import io.solewire.profile.Profile;
import io.solewire.report.Words;
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
    name = "run",
    mixinStandardHelpOptions = true,
    abbreviateSynopsis = true,
    description = "Judges a target by the cases, then measures it under a short load.")
final class RunCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @ParentCommand private Solewire solewire;

  @Mixin private OutputOptions output;

  @Mixin private SetOption set;

  @Parameters(arity = "0..1", paramLabel = "TARGET", description = "What to judge.")
  private String target;

  @Mixin private BudgetOption budget;

  @Mixin private KnownOption known;

  @Mixin private LoadOptions load;

  @Option(names = LoadChoice.LOAD, description = "The load too if the target is elsewhere.")
  private boolean anywhere;

  @Option(names = "--seed", paramLabel = "N", description = "Replays the plan of a run.")
  private Long seed;

  @Override
  public Integer call() {
    List<CaseInfo> cases = Catalogue.cases();
    KnownFailures list = known.read();
    Targets targets = new Targets(set.pairs());
    Profile profile = Problems.orFail(() -> targets.read(target));
    LoadChoice choice = LoadChoice.of(profile, load, anywhere);
    Estimate left = EarlierDurations.find(cases, profile, budget.asked(), output.out());
    Path folder = OutputFolder.makeForRun(output.out(), profile.name());
    Path log = folder.resolve(OutputFolder.TARGET_LOG);
    Terminal terminal = output.terminal(spec.commandLine());
    terminal.expect(cases.size(), left);
    terminal.say("judging " + profile.name() + " by " + Words.count(cases.size(), "case"));
    Interruption interruption = solewire.interruption();
    interruption.arm();
    try (Started started =
        Problems.orFail(() -> targets.start(target, log, interruption::happened))) {
      Session session =
          new Session(
              "./solewire run",
              budget.given()
                  + known.given()
                  + load.given()
                  + (anywhere ? " " + LoadChoice.LOAD : ""),
              started,
              folder,
              terminal,
              interruption,
              Session.seed(load.seed(seed)),
              Instant.now(),
              output.strict());
      ConformanceRun.Outcome outcome = ConformHalf.judge(session, cases, budget, list);
      return both(session, outcome, choice);
    }
  }

  private int both(Session session, ConformanceRun.Outcome outcome, LoadChoice choice) {
    Judged judged = session.judged().with(outcome);
    boolean there = outcome.target().isEmpty() && !outcome.interrupted();
    if (choice.against().isPresent()) {
      session.terminal().say("no load: " + choice.against().get());
    } else if (there && !session.interruption().happened()) {
      LoadHalf.Extras extras = LoadHalf.Extras.from(load.sources());
      judged.with(LoadHalf.loadAfterCases(session, set.given(), choice.plan(), extras));
    }
    return Verdicts.publish(judged.result(), session, output.json()).number();
  }
}
