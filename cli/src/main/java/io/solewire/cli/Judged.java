package io.solewire.cli;

import io.solewire.judge.Verdict;
import io.solewire.profile.Profile;
import io.solewire.result.CaseResult;
import io.solewire.result.ExitCode;
import io.solewire.result.RunResult;
import io.solewire.result.RunVerdict;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was judged, on its way to result.json. Immutable.
 *
 * @param profile the target's profile
 * @param replay the command that judges it again
 * @param seed the run's seed
 * @param startedAt when it began
 * @param cases the results
 * @param problems what went wrong outside of cases
 * @param rtt round trip to the target
 * @param around what else decides
 */
record Judged(
    Profile profile,
    String replay,
    long seed,
    Instant startedAt,
    List<CaseResult> cases,
    List<String> problems,
    Optional<RunResult.Rtt> rtt,
    RunVerdict.Circumstances around) {

  /** The result; what could not be recorded cannot be judged again, so it is no success. */
  RunResult result(boolean recorded) {
    RunVerdict verdict = RunVerdict.of(cases, around);
    if (!recorded && verdict.exitCode().compareTo(ExitCode.HARNESS) > 0) {
      verdict = new RunVerdict(Verdict.ERROR.join(verdict.verdict()), ExitCode.HARNESS);
    }
    return new RunResult(
        RunResult.FORMAT,
        Version.tool(),
        profile.rules(),
        environment(),
        new RunResult.TargetInfo(
            profile.name(), profile.endpoint().url().toString(), profile.digest(), replay),
        seed,
        startedAt.toString(),
        Instant.now().toEpochMilli() - startedAt.toEpochMilli(),
        around.interrupted(),
        verdict.verdict(),
        verdict.exitCode().number(),
        rtt.orElse(null),
        cases,
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
