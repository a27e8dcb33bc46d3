package io.solewire.report.overview;

import io.solewire.report.FileSet;
import io.solewire.report.Glance;
import io.solewire.report.Latencies;
import io.solewire.result.RunResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Several runs side by side: index.html and the table in the terminal. Immutable. */
public final class Overview {

  /** For people; one file that loads nothing and leads to the reports of the runs. */
  public static final String FILE = "index.html";

  private final List<Row> rows;

  private Overview(List<Row> rows) {
    this.rows = List.copyOf(rows);
  }

  /**
   * One run.
   *
   * @param folder where it is
   * @param glance what is to be shown of it; null if nothing of it could be read
   */
  record Row(RunFolder folder, Glance glance) {

    String name() {
      return glance == null ? folder.name() : glance.target();
    }

    /** In a few words; nothing is concluded from what is not all there. */
    String verdict() {
      if (glance == null) {
        return "not readable";
      }
      return folder.whole() ? glance.verdict() : "not all of it readable";
    }

    String evictionP50() {
      return glance == null
          ? Latencies.NONE
          : glance.latencies().map(Latencies::evictionP50).orElse(Latencies.NONE);
    }

    String evictionP99() {
      return glance == null
          ? Latencies.NONE
          : glance.latencies().map(Latencies::evictionP99).orElse(Latencies.NONE);
    }

    private String started() {
      return folder.result().map(RunResult::startedAt).orElse("");
    }
  }

  /**
   * Sorts runs by their targets, the latest first; those that cannot be read come last.
   *
   * @param folders the runs
   * @return the overview
   */
  public static Overview of(List<RunFolder> folders) {
    List<Row> rows = new ArrayList<>();
    for (RunFolder folder : folders) {
      rows.add(new Row(folder, folder.result().map(Glance::of).orElse(null)));
    }
    rows.sort(
        Comparator.comparing((Row row) -> row.glance() == null)
            .thenComparing(Row::name)
            .thenComparing(Row::started, Comparator.reverseOrder())
            .thenComparing(row -> row.folder().name()));
    return new Overview(rows);
  }

  List<Row> rows() {
    return rows;
  }

  /** Whether it is the only run of its target. */
  boolean isAlone(Row row) {
    return rows.stream().filter(other -> other.name().equals(row.name())).count() == 1;
  }

  /**
   * The page.
   *
   * @param out the folder that it is for: links are relative to it
   * @return index.html
   */
  public String html(Path out) {
    return OverviewHtml.of(this, out);
  }

  /**
   * The table for a terminal.
   *
   * @return lines of at most 80 columns
   */
  public List<String> table() {
    return OverviewTable.of(this);
  }

  /**
   * Writes index.html; an older one is replaced in one step.
   *
   * @param out the folder; made if it is not there
   * @throws IOException if it cannot be written; the message names the file and the reason
   */
  public void write(Path out) throws IOException {
    try (FileSet files = new FileSet(out)) {
      files.put(FILE, html(out).getBytes(StandardCharsets.UTF_8));
      files.publish();
    }
  }
}
