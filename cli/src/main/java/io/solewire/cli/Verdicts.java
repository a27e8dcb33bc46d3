package io.solewire.cli;

import io.solewire.history.Redactor;
import io.solewire.judge.Verdict;
import io.solewire.report.Evidence;
import io.solewire.report.LoadText;
import io.solewire.report.Reports;
import io.solewire.report.VerdictTable;
import io.solewire.report.Words;
import io.solewire.result.CaseResult;
import io.solewire.result.ExitCode;
import io.solewire.result.LoadVerdict;
import io.solewire.result.Results;
import io.solewire.result.RunResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes what was judged and says it on the terminal. Stateless. */
final class Verdicts {

  private Verdicts() {}

  /**
   * Where reports go, and of which history they are.
   *
   * @param folder where they are written
   * @param history the folder of the run, or its history alone
   */
  record Destination(Path folder, Path history) {}

  /**
   * Writes the reports, prints what is bad and the verdict.
   *
   * @return the exit code; that of the harness if the reports cannot be written
   */
  static ExitCode publish(
      RunResult seen,
      Optional<Destination> to,
      Terminal terminal,
      boolean json,
      Redactor redactor) {
    RunResult result = Results.clean(seen, redactor);
    Optional<String> unwritten = to.flatMap(where -> write(result, where));
    if (json) {
      terminal.result(Results.toJson(result).stripTrailing());
      unwritten = unwritten.or(terminal::unwritten);
    } else {
      print(result, terminal);
      to.ifPresent(
          where -> terminal.say("report   " + terminal.link(where.folder().resolve(Reports.HTML))));
    }
    unwritten.ifPresent(terminal::complain);
    ExitCode verdict = exitCode(result);
    boolean worse = unwritten.isPresent() && verdict.compareTo(ExitCode.HARNESS) > 0;
    return worse ? ExitCode.HARNESS : verdict;
  }

  static ExitCode publish(RunResult result, Session session, boolean json) {
    return publish(
        result,
        Optional.of(new Destination(session.folder(), session.folder())),
        session.terminal(),
        json,
        session.redactor());
  }

  private static Optional<String> write(RunResult result, Destination to) {
    try {
      Reports.write(result, to.folder(), Evidence.of(result, to.history()));
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("the report could not be written: " + OutputFolder.reason(e));
    }
  }

  /** What is bad, whole; then the tables, so that they stand where the eye is; then the verdict. */
  private static void print(RunResult result, Terminal terminal) {
    result.cases().forEach(subject -> print(subject, Words.listed(result, subject), terminal));
    if (result.load() != null) {
      LoadVerdict.broken(result.load()).stream()
          .filter(f -> f.text() != null)
          .forEach(f -> terminal.result("\n" + f.text()));
    }
    result.problems().forEach(p -> terminal.result("\n" + p));
    table(terminal, VerdictTable.lines(result, terminal::paint));
    if (result.load() != null) {
      table(terminal, LoadText.lines(result.load()));
    }
    terminal.result("\n" + Words.headline(result));
    terminal.say("seed     " + result.seed());
  }

  private static void table(Terminal terminal, List<String> lines) {
    if (!lines.isEmpty()) {
      terminal.say("\n" + String.join("\n", lines));
    }
  }

  private static void print(CaseResult subject, String listed, Terminal terminal) {
    Verdict verdict = subject.verdict();
    String last = listed.isEmpty() ? "" : "\n  listed     " + listed;
    if (subject.text() != null) {
      terminal.result("\n" + subject.text() + last);
    } else if (verdict == Verdict.INCONCLUSIVE || verdict == Verdict.ERROR) {
      String text = subject.id() + "   " + verdict.text() + "\n  reason     " + subject.reason();
      terminal.result("\n" + text + last);
    } else if (verdict == Verdict.PASS && !listed.isEmpty()) {
      terminal.result("\n" + listed);
    } else if (!listed.isEmpty()) {
      terminal.say("\n" + subject.id() + "   " + subject.reason() + last);
    }
  }

  static ExitCode exitCode(RunResult result) {
    for (ExitCode code : ExitCode.values()) {
      if (code.number() == result.exitCode()) {
        return code;
      }
    }
    throw new IllegalStateException("no such exit code: " + result.exitCode());
  }
}
