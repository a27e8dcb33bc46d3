package io.solewire.conformance.run;

import io.solewire.judge.Verdict;
import io.solewire.profile.Profile;
import io.solewire.result.CaseResult;
import io.solewire.result.ExitCode;
import io.solewire.result.LoadOutcome;
import io.solewire.result.LoadResult;
import io.solewire.result.RunResult;
import io.solewire.result.RunVerdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was judged, on its way to result.json. Not thread-safe. */
public final class Judged {

  private final Profile profile;
  private final String tool;
  private final String replay;
  private final long seed;
  private final Instant begin;
  private final boolean strict;
  private final List<String> problems = new ArrayList<>();
  private Optional<String> deathLog = Optional.empty();
  private List<CaseResult> cases = List.of();
  private Optional<LoadResult> load = Optional.empty();
  private Optional<RunResult.Rtt> rtt = Optional.empty();
  private String chosen;
  private boolean targetLost;
  private boolean interrupted;
  private boolean recorded = true;

  /**
   * Begins with nothing judged.
   *
   * @param profile of the target
   * @param tool name and version of what judges
   * @param replay the command that judges it again, without {@code --seed}
   * @param seed of the run
   * @param begin when it began
   * @param strict true if a broken SHOULD fails
   */
  public Judged(
      Profile profile, String tool, String replay, long seed, Instant begin, boolean strict) {
    this.tool = tool;
    this.profile = profile;
    this.replay = replay;
    this.seed = seed;
    this.begin = begin;
    this.strict = strict;
  }

  /**
   * Says how a target that was started ended.
   *
   * @param text the end of what it printed, if it has died
   * @return this
   */
  public Judged deathLog(Optional<String> text) {
    deathLog = text;
    return this;
  }

  /**
   * Says that not all cases were asked for.
   *
   * @param options what the command needs to take the same again
   * @return this
   */
  public Judged chosen(String options) {
    chosen = options.isEmpty() ? null : options;
    return this;
  }

  /** Takes in the cases. */
  public Judged with(ConformanceRun.Outcome outcome) {
    rtt = outcome.rtt();
    outcome.unrecorded().ifPresent(this::unrecorded);
    return with(outcome.cases(), outcome.target(), outcome.interrupted());
  }

  /** Takes in cases that were judged again. */
  public Judged with(List<CaseResult> results, Optional<String> target, boolean cut) {
    cases = results;
    target.ifPresent(this::lost);
    interrupted |= cut;
    return this;
  }

  /** Takes in a load. */
  public Judged with(LoadOutcome outcome) {
    load = Optional.ofNullable(outcome.load());
    interrupted |= outcome.interrupted();
    Optional.ofNullable(outcome.target()).ifPresent(this::lost);
    Optional.ofNullable(outcome.unrecorded()).ifPresent(this::unrecorded);
    return this;
  }

  /** Something that whoever reads the result must know. */
  public Judged problem(String text) {
    problems.add(text);
    return this;
  }

  /** Nothing more can be said of it than this. */
  public Judged interrupted() {
    interrupted = true;
    return this;
  }

  private void lost(String why) {
    if (!targetLost) {
      problems.add("the target " + profile.endpoint().where() + ": " + why);
      deathLog.ifPresent(problems::add);
    }
    targetLost = true;
  }

  /** What could not be recorded cannot be judged again, so it is no success. */
  private void unrecorded(String why) {
    problems.add(why);
    recorded = false;
  }

  /** The result, as of now. */
  public RunResult result() {
    RunVerdict verdict =
        RunVerdict.of(
            cases,
            load,
            new RunVerdict.Circumstances(strict, targetLost, interrupted, begin.toString()));
    if (!recorded && verdict.exitCode().compareTo(ExitCode.HARNESS) > 0) {
      verdict = new RunVerdict(Verdict.ERROR.join(verdict.verdict()), ExitCode.HARNESS);
    }
    return new RunResult(
        RunResult.FORMAT,
        tool,
        profile.rules(),
        environment(),
        new RunResult.TargetInfo(
            profile.name(), profile.endpoint().where(), profile.digest(), replay, chosen),
        seed,
        begin.toString(),
        Instant.now().toEpochMilli() - begin.toEpochMilli(),
        interrupted,
        verdict.verdict(),
        verdict.exitCode().number(),
        rtt.orElse(null),
        cases,
        load.orElse(null),
        problems);
  }

  private static Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    environment.put("arch", System.getProperty("os.arch"));
    environment.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
    environment.put("processors", "" + Runtime.getRuntime().availableProcessors());
    return environment;
  }
}
