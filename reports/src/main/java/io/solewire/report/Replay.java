package io.solewire.report;

import io.solewire.result.CaseResult;
import io.solewire.result.RunResult;
import io.solewire.result.Shell;
import io.solewire.result.Visible;

/**
 * The commands that conclude it again. A result whose command is not known is replayed by its
 * target's URL; a profile's own settings are lost then. Stateless.
 */
final class Replay {

  private static final String MAVEN = "mvn ";

  /** A stored history, which is judged whole and carries its seed. */
  private static final String CHECK = "./solewire check ";

  private Replay() {}

  /** The whole run. */
  static String of(RunResult run) {
    boolean chosen = run.target() != null && run.target().chosen() != null;
    String cases = chosen ? " " + Visible.line(run.target().chosen()) : "";
    return seeded(base(run), cases, run);
  }

  /** One case. */
  static String of(RunResult run, CaseResult subject) {
    String base = base(run);
    String only = base.startsWith(MAVEN) ? " -Dsolewire.only=" : " --only ";
    return seeded(base, only + Visible.line(subject.id()), run);
  }

  private static String seeded(String base, String cases, RunResult run) {
    if (base.startsWith(CHECK)) {
      return base;
    }
    return base + cases + (base.startsWith(MAVEN) ? " -Dsolewire.seed=" : " --seed ") + run.seed();
  }

  private static String base(RunResult run) {
    boolean known = run.target() != null && run.target().replay() != null;
    return known ? Visible.line(run.target().replay()) : "./solewire conform" + target(run);
  }

  private static String target(RunResult run) {
    if (run.target() == null || run.target().url() == null) {
      return "";
    }
    return " " + Shell.word(Visible.line(run.target().url()));
  }
}
