package io.solewire.report;

import io.solewire.judge.Verdict;
import io.solewire.result.LoadResult;
import io.solewire.result.LoadResult.RuleFinding;
import io.solewire.result.LoadVerdict;
import io.solewire.result.VersusWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The load half of summary.md. Not thread-safe. */
final class LoadMarkdown {

  /** What a comment can hold beside the texts of the cases. */
  private static final int MAX_TEXTS = 10_000;

  private static final int MAX_TEXT = 3_500;
  private static final int MAX_ROWS = 3_000;
  private static final int MAX_FACTS = 6_000;
  private static final int MAX_CELL = 240;
  private static final String MORE = " more in report.html.";

  private final LoadResult load;
  private final int room;
  private final StringBuilder out = new StringBuilder();

  private LoadMarkdown(LoadResult load, int room) {
    this.load = load;
    this.room = room;
  }

  /**
   * The section, with an empty line at its end.
   *
   * @param load what to show
   * @param room how many characters it may take; 3,000 more where that is less than its heads take
   */
  static String of(LoadResult load, int room) {
    LoadMarkdown section = new LoadMarkdown(load, room);
    section.line("### Eviction latency");
    section.line("");
    section.unproven();
    section.latencies();
    section.versus();
    section.gates();
    section.facts();
    section.rules();
    return section.out.toString();
  }

  private void unproven() {
    LoadVerdict.unproven(load)
        .ifPresent(
            why -> {
              line(
                  "**These numbers prove nothing:** " + Markdown.text(Markdown.cut(why, MAX_CELL)));
              line("");
              further();
            });
  }

  private void further() {
    List<String> further =
        GeneratorWords.further(load.generator()).stream()
            .map(why -> "- " + Markdown.text(Markdown.cut(why, MAX_CELL)) + "\n")
            .toList();
    if (!further.isEmpty()) {
      limited(further, MAX_ROWS);
      line("");
    }
  }

  private void latencies() {
    List<LatencyRow> latencies = LatencyRow.of(load);
    if (latencies.isEmpty()) {
      return;
    }
    List<String> heads = new ArrayList<>(List.of("latency"));
    heads.addAll(LatencyRow.HEADS);
    out.append(row(heads));
    out.append(row(heads.stream().map(head -> head.equals("latency") ? "---" : "---:").toList()));
    List<String> rows = new ArrayList<>();
    for (LatencyRow latency : latencies) {
      List<String> cells = new ArrayList<>(List.of(cell(latency.name())));
      latency.cells().forEach(cell -> cells.add(Markdown.text(cell)));
      rows.add(row(cells));
    }
    limited(rows, MAX_ROWS);
    line("");
  }

  private void versus() {
    if (load.versus() == null) {
      return;
    }
    line("**" + Markdown.text(Markdown.cut(VersusWords.headline(load.versus()), MAX_CELL)) + "**");
    line("");
    out.append(row(List.of("compared", "reference", "target", "target / reference", "verdict")));
    out.append(row(List.of("---", "---:", "---:", "---:", "---")));
    List<String> rows = new ArrayList<>();
    for (VersusRow each : VersusRow.of(load.versus())) {
      String why = each.reason().isEmpty() ? "" : ": " + Markdown.cut(each.reason(), MAX_CELL);
      rows.add(
          row(
              List.of(
                  cell(each.name()),
                  each.reference(),
                  each.target(),
                  each.ratio(),
                  Markdown.text(each.word() + why))));
    }
    limited(rows, MAX_ROWS);
    line("");
  }

  private void gates() {
    if (load.gates().isEmpty()) {
      return;
    }
    out.append(row(List.of("gate", "value", "verdict")));
    out.append(row(List.of("---", "---", "---")));
    List<String> rows = new ArrayList<>();
    for (LoadResult.GateResult gate : load.gates()) {
      boolean passed = gate.verdict() == Verdict.PASS;
      String verdict = gate.verdict().text();
      rows.add(
          row(
              List.of(
                  cell(gate.expression()),
                  Markdown.text(Markdown.cut(LoadWords.value(gate), MAX_CELL)),
                  passed ? verdict : "**" + verdict + "**")));
    }
    limited(rows, MAX_ROWS);
    line("");
  }

  private void facts() {
    List<String> facts = new ArrayList<>();
    for (Map.Entry<String, String> fact : LoadFacts.of(load).entrySet()) {
      facts.add(
          "- "
              + fact.getKey().toLowerCase(Locale.ROOT)
              + ": "
              + Markdown.text(Markdown.cut(fact.getValue(), MAX_CELL))
              + "\n");
    }
    limited(facts, MAX_FACTS);
    line("");
  }

  private void rules() {
    List<RuleFinding> broken = load.findings().stream().filter(Measured::broken).toList();
    if (broken.isEmpty()) {
      return;
    }
    out.append(row(List.of("rule under load", "level", "verdict", "seen", "expected", "actual")));
    out.append(row(List.of("---", "---", "---", "---", "---", "---")));
    List<String> rows = new ArrayList<>();
    for (RuleFinding finding : broken) {
      rows.add(
          row(
              List.of(
                  cell(finding.rule()),
                  Markdown.text(finding.level()),
                  "**" + finding.verdict().text() + "**",
                  Markdown.text(LoadWords.seen(finding)),
                  cell(finding.expected()),
                  cell(finding.actual()))));
    }
    limited(rows, MAX_ROWS);
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
    List<String> fenced =
        texts.stream().map(text -> Markdown.fenced(text, MAX_TEXT) + "\n").toList();
    limited(fenced, MAX_TEXTS);
    line("");
    line("</details>");
    line("");
  }

  private void limited(List<String> parts, int most) {
    Markdown.limited(out, parts, Math.min(most, room - out.length()), MORE);
  }

  private static String cell(String value) {
    return value == null ? "" : Markdown.code(Markdown.cut(value, MAX_CELL));
  }

  private static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
