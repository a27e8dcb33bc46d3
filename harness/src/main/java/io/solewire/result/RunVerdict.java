package io.solewire.result;

import io.solewire.judge.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a whole run concludes. Immutable.
 *
 * @param verdict the worst that counts
 * @param exitCode what the process ends with
 */
public record RunVerdict(Verdict verdict, ExitCode exitCode) {

  /**
   * What else than verdicts decides.
   *
   * @param strict true if a broken SHOULD fails
   * @param targetLost true if the target could not be reached, or was lost
   * @param interrupted true if the run was cut short
   * @param startedAt when it began, ISO 8601: what was known until an earlier day counts
   */
  public record Circumstances(
      boolean strict, boolean targetLost, boolean interrupted, String startedAt) {}

  /**
   * Concludes.
   *
   * @param cases the results
   * @param load what came of the load; empty if none was asked for
   * @param around what else decides
   * @return the conclusion; never {@code pass} unless a case was executed or load was measured
   */
  public static RunVerdict of(
      List<CaseResult> cases, Optional<LoadResult> load, Circumstances around) {
    Stream<Verdict> counted =
        Stream.concat(
            cases.stream().filter(CaseResult::executed).map(c -> counting(c, around)),
            load.map(l -> LoadVerdict.of(l, around.strict())).stream());
    Verdict worst = counted.reduce(Verdict::join).orElse(Verdict.INCONCLUSIVE);
    if (worst == Verdict.FAIL) {
      return new RunVerdict(worst, ExitCode.BROKEN);
    }
    if (around.targetLost()) {
      return new RunVerdict(Verdict.INCONCLUSIVE.join(worst), ExitCode.TARGET);
    }
    if (worst == Verdict.ERROR) {
      return new RunVerdict(worst, ExitCode.HARNESS);
    }
    if (around.interrupted()) {
      // What an interrupt leaves unobserved is the interrupt's doing, so it does not hide it.
      return new RunVerdict(Verdict.INCONCLUSIVE, ExitCode.INTERRUPTED);
    }
    return new RunVerdict(worst, worst == Verdict.INCONCLUSIVE ? ExitCode.UNPROVEN : ExitCode.OK);
  }

  /** A known failure does not count; a stale or expired one does, so that lists cannot rot. */
  private static Verdict counting(CaseResult result, Circumstances around) {
    boolean broken = around.strict() && result.verdict() == Verdict.WARN;
    Verdict verdict = broken ? Verdict.FAIL : result.verdict();
    return switch (Listed.of(result, around.startedAt())) {
      case KNOWN -> verdict == Verdict.FAIL ? Verdict.PASS : verdict;
      case STALE, EXPIRED -> Verdict.FAIL;
      case NOT -> verdict;
    };
  }
}
