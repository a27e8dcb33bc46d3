package io.solewire.report;

import io.solewire.result.CaseResult;
import io.solewire.result.RunResult;
import java.util.List;

/**
 * summary.md, to stand in a pull request: the verdict, the command, what is not green, and the rest
 * folded away.
 */
final class SummaryMarkdown {

  /** A comment on GitHub holds 65,536 characters; this leaves room for the tables. */
  private static final int MAX_TEXTS = 30_000;

  private final RunResult run;
  private final StringBuilder out = new StringBuilder();

  private SummaryMarkdown(RunResult run) {
    this.run = run;
  }

  static String of(RunResult run) {
    SummaryMarkdown summary = new SummaryMarkdown(run);
    summary.top();
    summary.problems();
    summary.notable();
    Measured.of(run).map(LoadMarkdown::of).ifPresent(summary.out::append);
    summary.all();
    return summary.out.toString();
  }

  private void top() {
    RunResult.TargetInfo target = run.target();
    line("## Solewire: " + Markdown.text(Words.headline(run)));
    line("");
    line(Markdown.text(Words.counts(run)));
    line("");
    if (target != null) {
      line("- target: " + Markdown.code(target.name()) + " at " + Markdown.code(target.url()));
    }
    line(
        "- "
            + Markdown.text(String.valueOf(run.tool()))
            + ", rules version "
            + run.rulesVersion()
            + ", seed "
            + run.seed()
            + ", "
            + Markdown.text(Words.instant(run.startedAt()))
            + ", took "
            + Words.duration(run.durationMs()));
    line("");
    line("Run it again:");
    line("");
    out.append(Markdown.fenced(Replay.of(run)));
    line("");
  }

  private void problems() {
    List<String> problems = run.problems() == null ? List.of() : run.problems();
    if (!problems.isEmpty()) {
      line("Outside of the cases:");
      line("");
      out.append(Markdown.fenced(String.join("\n", problems)));
      line("");
    }
  }

  private void notable() {
    List<CaseResult> notable =
        Tally.casesOf(run).stream().filter(c -> Standing.of(run, c).notable()).toList();
    if (notable.isEmpty()) {
      return;
    }
    row("case", "level", "verdict", "expected", "actual");
    row("---", "---", "---", "---", "---");
    for (CaseResult subject : notable) {
      row(
          Markdown.code(subject.id()),
          String.valueOf(subject.level()),
          verdict(subject),
          cell(subject.expected()),
          cell(subject.actual() == null ? subject.reason() : subject.actual()));
    }
    line("");
    texts(notable);
  }

  private void texts(List<CaseResult> notable) {
    int used = 0;
    int shown = 0;
    line("<details>");
    line("<summary>in full: " + Words.count(notable.size(), "case") + "</summary>");
    line("");
    for (CaseResult subject : notable) {
      String text = Markdown.fenced(Words.failure(subject));
      used += text.length();
      if (used > MAX_TEXTS) {
        line((notable.size() - shown) + " more in report.html.");
        line("");
        break;
      }
      out.append(text);
      line("");
      shown++;
    }
    line("</details>");
    line("");
  }

  private void all() {
    List<CaseResult> cases = Tally.casesOf(run);
    if (cases.isEmpty()) {
      return;
    }
    line("<details>");
    line("<summary>all " + Words.count(cases.size(), "case") + "</summary>");
    line("");
    row("case", "level", "verdict", "requirement", "what it is worth");
    row("---", "---", "---", "---", "---");
    for (CaseResult subject : cases) {
      boolean skipped = Standing.of(run, subject) == Standing.NOT_APPLICABLE;
      row(
          Markdown.code(subject.id()),
          String.valueOf(subject.level()),
          verdict(subject),
          Markdown.text(subject.title()),
          skipped
              ? "needs " + Markdown.code(subject.reason())
              : Markdown.text(Words.bound(subject.seen())));
    }
    line("");
    line("</details>");
  }

  private String verdict(CaseResult subject) {
    Standing standing = Standing.of(run, subject);
    String words = standing.notable() ? "**" + standing.words() + "**" : standing.words();
    String listed = Words.listed(run, subject);
    return listed.isEmpty() ? words : words + "<br>" + Markdown.text(listed);
  }

  private static String cell(String value) {
    return value == null ? "" : Markdown.code(value);
  }

  private void row(String... cells) {
    line("| " + String.join(" | ", cells) + " |");
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
