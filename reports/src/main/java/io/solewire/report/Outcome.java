package io.solewire.report;

import io.solewire.judge.Verdict;
import io.solewire.result.ExitCode;
import io.solewire.result.RunResult;

/**
 * What a whole run amounts to, in the order in which its exit code is chosen. Derived from the
 * cases, the load and the exit code, so that a report can never be greener than any of them.
 */
public enum Outcome {
  /** A rule was broken, a gate failed, or a known failure passes now. */
  BROKEN,
  /** The target could not be reached, started, or was lost. */
  TARGET_LOST,
  /** The harness failed. */
  HARNESS_FAILED,
  /** Something could not be observed or measured, or nothing was executed. */
  UNPROVEN,
  /** It was cut short. */
  INTERRUPTED,
  /** Everything that was applicable was executed and kept. */
  KEPT;

  /**
   * Looks at a run.
   *
   * @param run the run
   * @return what it amounts to
   */
  public static Outcome of(RunResult run) {
    Tally tally = Tally.of(run);
    Verdict load = Measured.verdict(run);
    int exit = run.exitCode();
    boolean failed = tally.count(Standing.FAIL) + tally.count(Standing.STALE) > 0;
    if (failed || load == Verdict.FAIL || is(exit, ExitCode.BROKEN)) {
      return BROKEN;
    }
    if (is(exit, ExitCode.TARGET)) {
      return TARGET_LOST;
    }
    boolean error = tally.count(Standing.ERROR) > 0 || run.verdict() == Verdict.ERROR;
    if (error || load == Verdict.ERROR || is(exit, ExitCode.HARNESS)) {
      return HARNESS_FAILED;
    }
    if (run.interrupted() || is(exit, ExitCode.INTERRUPTED)) {
      return INTERRUPTED;
    }
    boolean unsure = tally.count(Standing.INCONCLUSIVE) > 0 || load == Verdict.INCONCLUSIVE;
    boolean nothing = tally.executed() == 0 && load == Verdict.NOT_APPLICABLE;
    if (unsure || nothing || contradicts(run)) {
      return UNPROVEN;
    }
    return is(exit, ExitCode.OK) ? KEPT : UNPROVEN;
  }

  /** The run says something worse than its parts do. */
  private static boolean contradicts(RunResult run) {
    boolean known = Tally.of(run).count(Standing.KNOWN) > 0;
    return run.verdict() == null
        || run.verdict() == Verdict.NOT_APPLICABLE
        || run.verdict() == Verdict.INCONCLUSIVE
        || run.verdict() == Verdict.FAIL && !known;
  }

  private static boolean is(int exit, ExitCode code) {
    return exit == code.number();
  }
}
