package io.solewire.report.overview;

import io.solewire.report.Glance;
import io.solewire.report.Latencies;
import io.solewire.report.Standing;
import io.solewire.report.Templates;
import io.solewire.report.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** index.html: one file for browsers, without scripts and without anything from outside. */
final class OverviewHtml {

  private static final String KILLS = "kill-matrix.html";

  private OverviewHtml() {}

  static String of(Overview overview, Path out) {
    List<RowView> rows = new ArrayList<>();
    for (Overview.Row row : overview.rows()) {
      boolean alone = overview.isAlone(row) && row.name().equals(row.folder().name());
      rows.add(RowView.of(row, alone, Link.report(out, row.folder().path()), rows.size()));
    }
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("title", title(overview));
    model.put("when", when(overview));
    model.put("rows", rows);
    model.put("bad", rows.stream().filter(row -> !row.problems().isEmpty()).toList());
    model.put("broken", rows.stream().filter(row -> !row.broken().isEmpty()).toList());
    model.put("heads", Latencies.HEADS);
    model.put("measured", rows.stream().anyMatch(row -> !row.latencies().isEmpty()));
    model.put("doubtful", rows.stream().anyMatch(row -> !row.notice().isEmpty()));
    model.put("groups", RuleLine.byGroup(rows));
    model.put("legend", legend(rows));
    model.put("kills", Files.isRegularFile(out.resolve(KILLS)) ? KILLS : "");
    return Templates.render("overview.peb", model);
  }

  /** What could not be read is a run, and of no target that is known. */
  private static String title(Overview overview) {
    int runs = overview.rows().size();
    long targets =
        overview.rows().stream()
            .filter(row -> row.glance() != null)
            .map(Overview.Row::name)
            .distinct()
            .count();
    if (runs == targets) {
      return Words.count(targets, "target");
    }
    String of = targets == 0 ? "" : " of " + Words.count(targets, "target");
    return Words.count(runs, "run") + of;
  }

  /** From the runs, not from a clock: the same results make the same page. */
  private static String when(Overview overview) {
    List<String> days =
        overview.rows().stream()
            .filter(row -> row.glance() != null)
            .map(row -> row.glance().started())
            .map(instant -> instant.split(" ")[0])
            .sorted()
            .toList();
    if (days.isEmpty()) {
      return "";
    }
    String last = days.get(days.size() - 1);
    return days.get(0).equals(last) ? "of " + last : "from " + days.get(0) + " to " + last;
  }

  /** Only what stands on the page; the worst first, what does not apply last. */
  private static List<CellView> legend(List<RowView> rows) {
    List<CellView> legend = new ArrayList<>();
    for (Standing standing : Standing.values()) {
      if (rows.stream().anyMatch(row -> row.shows(standing))) {
        int place = standing == Standing.NOT_APPLICABLE ? legend.size() : 0;
        legend.add(place, CellView.of(new Glance.Mark(standing, "", ""), ""));
      }
    }
    legend.add(CellView.ABSENT);
    return legend;
  }
}
