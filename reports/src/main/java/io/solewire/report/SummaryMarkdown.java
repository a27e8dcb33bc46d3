package io.solewire.report;

import io.solewire.result.CaseResult;
import io.solewire.result.RunResult;
import java.util.List;

/**
 * summary.md, to stand in a pull request: the verdict, the command, what is not green, and the rest
 * folded away.
 */
final class SummaryMarkdown {

  /**
   * A comment on GitHub holds 65,536 characters. What is cut one by one (the top, the problems, the
   * rows of what is not green) takes 45,000 at most, whatever stands in it; the rest takes what is
   * left, and heads and folds are the difference.
   */
  private static final int MAX = 60_000;

  private static final int MAX_LOAD = 24_000;
  private static final int MAX_TEXTS = 30_000;
  private static final int MAX_TEXT = 3_500;
  private static final int MAX_ROWS = 9_000;
  private static final int MAX_PROBLEMS = 3_000;

  /** Of a cell, in code points, each of which may take six characters. */
  private static final int MAX_CELL = 240;

  private static final int MAX_HEADLINE = 1_000;
  private static final int MAX_URL = 500;
  private static final int MAX_COMMAND = 2_000;

  private static final String MORE = " more in report.html.";

  private final RunResult run;
  private final StringBuilder out = new StringBuilder();

  private SummaryMarkdown(RunResult run) {
    this.run = run;
  }

  static String of(RunResult run) {
    SummaryMarkdown summary = new SummaryMarkdown(run);
    summary.top();
    summary.problems();
    summary.notableAndLoad();
    summary.all();
    return summary.out.toString();
  }

  private void top() {
    RunResult.TargetInfo target = run.target();
    line("## Solewire: " + word());
    line("");
    line(Markdown.text(Markdown.cut(Words.headline(run), MAX_HEADLINE)));
    line("");
    line(Markdown.text(Markdown.cut(Words.counts(run), MAX_HEADLINE)));
    line("");
    if (target != null) {
      String url = Markdown.code(Markdown.cut(target.url(), MAX_URL));
      line("- target: " + cell(target.name()) + " at " + url);
    }
    line(
        "- "
            + Markdown.text(Markdown.cut(String.valueOf(run.tool()), MAX_CELL))
            + ", rules version "
            + run.rulesVersion()
            + ", seed "
            + run.seed()
            + ", "
            + Markdown.text(Markdown.cut(Words.instant(run.startedAt()), MAX_CELL))
            + ", took "
            + Words.duration(run.durationMs()));
    line("");
    line("Run it again:");
    line("");
    out.append(Markdown.fenced(Replay.of(run), MAX_COMMAND));
    line("");
  }

  /** The verdict in a word, for who reads no more. */
  private String word() {
    return switch (Outcome.of(run)) {
      case KEPT -> "kept";
      case BROKEN -> "broken";
      case TARGET_LOST, HARNESS_FAILED, UNPROVEN, INTERRUPTED -> "nothing proven";
    };
  }

  private void problems() {
    List<String> problems = run.problems() == null ? List.of() : run.problems();
    if (!problems.isEmpty()) {
      line("Outside of the cases:");
      line("");
      out.append(Markdown.fenced(String.join("\n", problems), MAX_PROBLEMS));
      line("");
    }
  }

  private void notableAndLoad() {
    List<CaseResult> notable =
        Tally.casesOf(run).stream().filter(c -> Standing.of(run, c).notable()).toList();
    if (!notable.isEmpty()) {
      line(row("case", "level", "verdict", "expected", "actual"));
      line(row("---", "---", "---", "---", "---"));
      Markdown.limited(out, notable.stream().map(this::notable).toList(), MAX_ROWS, MORE);
      line("");
    }
    String load =
        Measured.of(run).map(l -> LoadMarkdown.of(l, Math.min(MAX_LOAD, room()))).orElse("");
    if (!notable.isEmpty()) {
      texts(notable, Math.min(MAX_TEXTS, room() - load.length()));
    }
    out.append(load);
  }

  private int room() {
    return MAX - out.length();
  }

  private String notable(CaseResult subject) {
    return row(
            Markdown.code(Markdown.cut(subject.id(), MAX_CELL)),
            String.valueOf(subject.level()),
            verdict(subject),
            cell(subject.expected()),
            cell(subject.actual() == null ? subject.reason() : subject.actual()))
        + "\n";
  }

  private void texts(List<CaseResult> notable, int room) {
    line("<details>");
    line("<summary>in full: " + Words.count(notable.size(), "case") + "</summary>");
    line("");
    List<String> texts =
        notable.stream().map(c -> Markdown.fenced(Words.failure(c), MAX_TEXT) + "\n").toList();
    Markdown.limited(out, texts, room, MORE);
    line("");
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
    line(row("case", "level", "verdict", "requirement", "what it is worth"));
    line(row("---", "---", "---", "---", "---"));
    Markdown.limited(out, cases.stream().map(this::worth).toList(), room(), MORE);
    line("");
    line("</details>");
  }

  private String worth(CaseResult subject) {
    boolean skipped = Standing.of(run, subject) == Standing.NOT_APPLICABLE;
    return row(
            Markdown.code(Markdown.cut(subject.id(), MAX_CELL)),
            String.valueOf(subject.level()),
            verdict(subject),
            Markdown.text(Markdown.cut(subject.title(), MAX_CELL)),
            skipped ? cell(subject.reason()) : Markdown.text(Words.bound(subject.seen())))
        + "\n";
  }

  private String verdict(CaseResult subject) {
    Standing standing = Standing.of(run, subject);
    String words = standing.notable() ? "**" + standing.words() + "**" : standing.words();
    String listed = Words.listed(run, subject);
    return listed.isEmpty()
        ? words
        : words + "<br>" + Markdown.text(Markdown.cut(listed, MAX_CELL));
  }

  private static String cell(String value) {
    return value == null ? "" : Markdown.code(Markdown.cut(value, MAX_CELL));
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
