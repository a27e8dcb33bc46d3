package io.solewire.report.overview;

import io.solewire.result.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The overview in a terminal: 80 columns, whatever the names are. Stateless. */
final class OverviewTable {

  private static final int NAME = 24;
  private static final int VERDICT = 34;
  private static final int NUMBER = 8;

  private OverviewTable() {}

  static List<String> of(Overview overview) {
    List<String> lines = new ArrayList<>();
    lines.add(line("target", "verdict", "eviction", ""));
    lines.add(line("", "", "p50", "p99"));
    for (Overview.Row row : overview.rows()) {
      String name = overview.isAlone(row) ? row.name() : row.folder().name();
      lines.add(line(name, row.verdict(), row.evictionP50(), row.evictionP99()));
    }
    return lines;
  }

  private static String line(String name, String verdict, String p50, String p99) {
    return String.join("  ", left(name, NAME), left(verdict, VERDICT), right(p50), right(p99))
        .stripTrailing();
  }

  private static String left(String text, int width) {
    String shown = fit(text, width);
    return shown + " ".repeat(width - shown.codePointCount(0, shown.length()));
  }

  private static String right(String text) {
    return String.format(Locale.ROOT, "%" + NUMBER + "s", fit(text, NUMBER));
  }

  private static String fit(String text, int width) {
    String line = Visible.line(text);
    int length = line.codePointCount(0, line.length());
    return length <= width ? line : line.substring(0, line.offsetByCodePoints(0, width - 1)) + "…";
  }
}
