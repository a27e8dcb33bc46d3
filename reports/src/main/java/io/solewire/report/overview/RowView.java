package io.solewire.report.overview;

import io.solewire.report.Glance;
import io.solewire.report.Latencies;
import io.solewire.report.Outcome;
import io.solewire.report.Standing;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One run as index.html shows it; absent parts are empty. Immutable.
 *
 * @param id of its row in the page
 * @param name of the target
 * @param folder the name of its folder, where the target's does not say it
 * @param outcome its class in the style sheet
 * @param verdict in a few words
 * @param headline the verdict in one line
 * @param started when it was judged
 * @param seed what replays the plan
 * @param report where its report is
 * @param latencies in the order of {@link Latencies#HEADS}
 * @param notice why they prove nothing
 * @param broken the MUSTs that were broken
 * @param problems what is wrong with its files
 * @param marks where each rule stands
 */
record RowView(
    String id,
    String name,
    String folder,
    String outcome,
    String verdict,
    String headline,
    String started,
    String seed,
    String report,
    List<String> latencies,
    String notice,
    List<Glance.Broken> broken,
    List<String> problems,
    Map<String, Glance.Mark> marks) {

  static RowView of(Overview.Row row, boolean alone, String report, int index) {
    Glance glance = row.glance();
    RunFolder folder = row.folder();
    boolean whole = folder.whole();
    return new RowView(
        "run-" + (index + 1),
        row.name(),
        alone ? "" : folder.name(),
        whole ? outcome(glance.outcome()) : "unreadable",
        row.verdict(),
        whole ? glance.headline() : "",
        glance == null ? "" : glance.started(),
        glance == null ? "" : glance.seed(),
        report,
        glance == null ? List.of() : glance.latencies().map(Latencies::cells).orElse(List.of()),
        glance == null ? "" : glance.latencies().map(Latencies::notice).orElse(""),
        glance == null ? List.of() : glance.broken(),
        folder.problems(),
        glance == null ? Map.of() : glance.marks());
  }

  private static String outcome(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  CellView cell(String rule) {
    Glance.Mark mark = marks.get(rule);
    return mark == null ? CellView.ABSENT : CellView.of(mark, report);
  }

  boolean shows(Standing standing) {
    return marks.values().stream().anyMatch(mark -> mark.standing() == standing);
  }
}
