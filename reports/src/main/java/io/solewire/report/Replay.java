package io.solewire.report;

import io.solewire.result.CaseResult;
import io.solewire.result.RunResult;
import io.solewire.result.Visible;

/**
 * The commands that run it again. The result does not carry its command, so it is taken from the
 * text of a failure where there is one, and made from the target's URL otherwise; a profile's own
 * settings are lost in the latter.
 */
final class Replay {

  private Replay() {}

  /** The whole run. */
  static String of(RunResult run) {
    boolean chosen = run.target() != null && run.target().chosen() != null;
    String cases = chosen ? " " + Visible.line(run.target().chosen()) : "";
    return base(run) + cases + " --seed " + run.seed();
  }

  /** One case. */
  static String of(RunResult run, CaseResult subject) {
    return base(run) + " --only " + subject.id() + " --seed " + run.seed();
  }

  private static String base(RunResult run) {
    boolean known = run.target() != null && run.target().replay() != null;
    return known ? Visible.line(run.target().replay()) : "./solewire conform" + target(run);
  }

  private static String target(RunResult run) {
    if (run.target() == null || run.target().url() == null) {
      return "";
    }
    return " '" + Visible.line(run.target().url()).replace("'", "'\\''") + "'";
  }
}
