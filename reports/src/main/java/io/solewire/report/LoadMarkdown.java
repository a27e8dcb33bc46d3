package io.solewire.report;

import io.solewire.judge.Verdict;
import io.solewire.result.LoadResult;
import io.solewire.result.LoadResult.RuleFinding;
import io.solewire.result.LoadVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The load half of summary.md. Not thread-safe. */
final class LoadMarkdown {

  /** What a comment can hold beside the texts of the cases. */
  private static final int MAX_TEXTS = 10_000;

  private final LoadResult load;
  private final StringBuilder out = new StringBuilder();

  private LoadMarkdown(LoadResult load) {
    this.load = load;
  }

  /** The section, with an empty line at its end. */
  static String of(LoadResult load) {
    LoadMarkdown section = new LoadMarkdown(load);
    section.line("### Eviction latency");
    section.line("");
    section.unproven();
    section.latencies();
    section.gates();
    section.facts();
    section.rules();
    return section.out.toString();
  }

  private void unproven() {
    LoadVerdict.unproven(load)
        .ifPresent(
            why -> {
              line("**These numbers prove nothing:** " + Markdown.text(why));
              line("");
            });
  }

  private void latencies() {
    List<LatencyRow> rows = LatencyRow.of(load);
    if (rows.isEmpty()) {
      return;
    }
    List<String> heads = new ArrayList<>(List.of("latency"));
    heads.addAll(LatencyRow.HEADS);
    row(heads);
    row(heads.stream().map(head -> head.equals("latency") ? "---" : "---:").toList());
    for (LatencyRow latency : rows) {
      List<String> cells = new ArrayList<>(List.of(Markdown.code(latency.name())));
      latency.cells().forEach(cell -> cells.add(Markdown.text(cell)));
      row(cells);
    }
    line("");
  }

  private void gates() {
    if (load.gates().isEmpty()) {
      return;
    }
    row(List.of("gate", "value", "verdict"));
    row(List.of("---", "---", "---"));
    for (LoadResult.GateResult gate : load.gates()) {
      boolean passed = gate.verdict() == Verdict.PASS;
      String verdict = gate.verdict().text();
      row(
          List.of(
              Markdown.code(gate.expression()),
              Markdown.text(LoadWords.value(gate)),
              passed ? verdict : "**" + verdict + "**"));
    }
    line("");
  }

  private void facts() {
    for (Map.Entry<String, String> fact : LoadFacts.of(load).entrySet()) {
      line("- " + fact.getKey().toLowerCase(Locale.ROOT) + ": " + Markdown.text(fact.getValue()));
    }
    line("");
  }

  private void rules() {
    List<RuleFinding> broken = load.findings().stream().filter(Measured::broken).toList();
    if (broken.isEmpty()) {
      return;
    }
    row(List.of("rule under load", "level", "verdict", "seen", "expected", "actual"));
    row(List.of("---", "---", "---", "---", "---", "---"));
    for (RuleFinding finding : broken) {
      row(
          List.of(
              Markdown.code(finding.rule()),
              Markdown.text(finding.level()),
              "**" + finding.verdict().text() + "**",
              Markdown.text(LoadWords.seen(finding)),
              cell(finding.expected()),
              cell(finding.actual())));
    }
    line("");
    texts(broken.stream().map(RuleFinding::text).filter(text -> text != null).toList());
  }

  private void texts(List<String> texts) {
    if (texts.isEmpty()) {
      return;
    }
    line("<details>");
    line("<summary>in full: " + Words.count(texts.size(), "rule") + " under load</summary>");
    line("");
    int used = 0;
    for (String text : texts) {
      used += text.length();
      if (used > MAX_TEXTS) {
        line("More in report.html.");
        line("");
        break;
      }
      out.append(Markdown.fenced(text));
      line("");
    }
    line("</details>");
    line("");
  }

  private static String cell(String value) {
    return value == null ? "" : Markdown.code(value);
  }

  private void row(List<String> cells) {
    line("| " + String.join(" | ", cells) + " |");
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
