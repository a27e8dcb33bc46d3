package io.solewire.report.gallery;

import io.solewire.report.Glance;
import io.solewire.report.Latencies;
import io.solewire.report.Markdown;
import io.solewire.report.Standing;
import io.solewire.report.overview.RunFolder;
import io.solewire.result.RunResult;
import io.solewire.rule.Rule;
import io.solewire.rule.RuleBook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The table of the gallery as a page of Markdown. Stateless. */
final class GalleryMarkdown {

  private static final String HEAD =
      """
      # Results on real servers

      Written by `./solewire gallery`, which starts each target, judges it by all cases of a quick run, then puts
      it under the same load: 300 users, 300 newcomers/s for 10 s after 5 s of warm-up. [index.html](index.html)
      shows all of it on one page, [gallery.json](gallery.json) how often the cases saw each rule in
      which way; what only a load saw is not counted there.
      `./solewire gallery NAME` makes one line anew, `./solewire gallery --check NAME` judges it again and fails if
      a rule stands where it was never seen, in two of three looks.

      Latencies are of generator and server on the same processors, so compare them with one another and not with
      a number from elsewhere. What is broken was looked at again by an independent raw client: how, with which counts,
      and which finding did not stand, is in each target's README under `conformance-tests/targets`.
      """;

  private static final String TAIL =
      """

      ## Why to believe it

      [kill-matrix.md](kill-matrix.md) shows which case sees which fault, and correct servers that are accused of
      nothing; [calibration.md](calibration.md) how far off the load generator is, on a server of known delay;
      [bench.md](bench.md) how it and the reference server stand against yardsticks.
      """;

  private GalleryMarkdown() {}

  /** A run that could be read. */
  private record Row(RunFolder folder, RunResult run, Glance glance, Sightings seen) {

    String name() {
      return glance.target();
    }

    String linked() {
      return "[" + Markdown.text(name()) + "](" + folder.name() + "/summary.md)";
    }
  }

  static String of(List<RunFolder> folders, Map<String, Sightings> seen) {
    List<Row> rows =
        folders.stream()
            .filter(RunFolder::whole)
            .map(f -> row(f, f.result().orElseThrow(), seen))
            .sorted(Comparator.comparing(Row::name))
            .toList();
    List<String> lines = new ArrayList<>();
    lines.add(HEAD);
    targets(rows, lines);
    lines.add("");
    rules(rows, lines);
    lines.add(TAIL);
    return String.join("\n", lines);
  }

  private static Row row(RunFolder folder, RunResult run, Map<String, Sightings> seen) {
    Glance glance = Glance.of(run);
    return new Row(
        folder, run, glance, seen.getOrDefault(glance.target(), Sightings.none(run, "")));
  }

  private static void targets(List<Row> rows, List<String> lines) {
    lines.add(
        "| | target | server | verdict | eviction p50 / p99 | admission p50 / p99 | judged | on |");
    lines.add("|---|---|---|---|---|---|---|---|");
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      lines.add(
          line(
              List.of(
                  Integer.toString(i + 1),
                  row.linked(),
                  Markdown.text(row.seen().version()),
                  verdict(row),
                  latency(row, Latencies::evictionP50, Latencies::evictionP99),
                  latency(row, Latencies::admissionP50, Latencies::admissionP99),
                  Markdown.text(row.glance().started()) + ", seed " + row.glance().seed(),
                  Markdown.text(machine(row.run())))));
    }
  }

  private static String verdict(Row row) {
    String wavers =
        row.seen().wavering().entrySet().stream()
            .map(e -> e.getKey() + " broken in " + e.getValue() + " of " + row.seen().runs())
            .collect(Collectors.joining(", "));
    return Markdown.text(row.glance().verdict() + (wavers.isEmpty() ? "" : "; wavers: " + wavers));
  }

  private static String machine(RunResult run) {
    return run.environment() == null
        ? ""
        : run.environment().getOrDefault("processors", "?") + " processors";
  }

  private static String latency(
      Row row,
      java.util.function.Function<Latencies, String> p50,
      java.util.function.Function<Latencies, String> p99) {
    return row.glance()
        .latencies()
        .map(l -> p50.apply(l) + " / " + p99.apply(l) + (l.notice().isEmpty() ? "" : " (unproven)"))
        .map(Markdown::text)
        .orElse(Latencies.NONE);
  }

  private static void rules(List<Row> rows, List<String> lines) {
    lines.add("## Rules");
    lines.add("");
    lines.add(
        "The numbers are those of the lines above: ✓ kept, ✕ a MUST broken, ! a SHOULD broken, ? not"
            + " observed, – not applicable; the rules are in [RULES.md](../../RULES.md).");
    lines.add("");
    List<String> head = new ArrayList<>(List.of("rule", "says"));
    for (int i = 1; i <= rows.size(); i++) {
      head.add(Integer.toString(i));
    }
    lines.add(line(head));
    lines.add("|---".repeat(head.size()) + "|");
    Set<String> spoken = new LinkedHashSet<>();
    rows.forEach(row -> spoken.addAll(row.glance().marks().keySet()));
    for (Rule rule : RuleBook.current().rules()) {
      if (spoken.contains(rule.id())) {
        List<String> cells = new ArrayList<>(List.of(rule.id(), Markdown.text(rule.title())));
        rows.forEach(row -> cells.add(glyph(row.glance().marks().get(rule.id()))));
        lines.add(line(cells));
      }
    }
  }

  private static String glyph(Glance.Mark mark) {
    Standing standing = mark == null ? Standing.NOT_APPLICABLE : mark.standing();
    return switch (standing) {
      case PASS -> "✓";
      case WARN -> "!";
      case INCONCLUSIVE, ERROR -> "?";
      case FAIL, KNOWN, STALE -> "✕";
      case NOT_APPLICABLE -> "–";
    };
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }
}
