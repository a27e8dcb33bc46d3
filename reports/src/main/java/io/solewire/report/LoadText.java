package io.solewire.report;

import io.solewire.result.LoadResult;
import io.solewire.result.LoadVerdict;
import io.solewire.result.Versus;
import io.solewire.result.VersusWords;
import io.solewire.result.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A load in plain lines of at most 80 columns, for a terminal or a log. Stateless and thread-safe.
 * What came from a server is made visible, and nothing is coloured.
 */
public final class LoadText {

  private static final int COLUMNS = 80;
  private static final int KEY = 14;
  private static final int VERDICT = 14;
  private static final int GAP = 2;

  /** Wider names of metrics and gates push nothing aside: they are cut or wrapped. */
  private static final int MAX_NAME = 23;

  private static final int MAX_EXPRESSION = 32;

  private LoadText() {}

  /**
   * The numbers of a load: its latencies, its rate, how incumbents were told, the gates, the rules,
   * and the health of the measuring side.
   *
   * @param load what came of it; any part of it may be absent
   * @return lines without line ends, each of at most 80 columns
   */
  public static List<String> lines(LoadResult load) {
    LoadResult whole = Measured.whole(load);
    List<String> lines = new ArrayList<>(table(LatencyRow.of(whole)));
    LoadVerdict.unproven(whole).ifPresent(why -> add(lines, "unproven", why));
    GeneratorWords.further(whole.generator()).forEach(why -> add(lines, "", why));
    for (Map.Entry<String, String> fact : LoadFacts.of(whole).entrySet()) {
      add(lines, fact.getKey().toLowerCase(Locale.ROOT), fact.getValue());
    }
    versus(lines, whole.versus());
    gates(lines, whole.gates());
    rules(lines, whole.findings());
    return List.copyOf(lines);
  }

  private static List<String> table(List<LatencyRow> rows) {
    List<List<String>> cells = new ArrayList<>();
    List<String> heads = new ArrayList<>(List.of("latency"));
    heads.addAll(LatencyRow.HEADS);
    cells.add(heads);
    for (LatencyRow row : rows) {
      List<String> line = new ArrayList<>(List.of(cut(Visible.line(row.name()), MAX_NAME)));
      line.addAll(row.cells());
      cells.add(line);
    }
    if (rows.isEmpty()) {
      return List.of("no latency was measured");
    }
    int[] widths = new int[heads.size()];
    for (List<String> line : cells) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], length(line.get(i)));
      }
    }
    return cells.stream().map(line -> aligned(line, widths)).toList();
  }

  /** The name to the left, numbers to the right. */
  private static String aligned(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder(padded(cells.get(0), widths[0]));
    for (int i = 1; i < widths.length; i++) {
      line.append(" ".repeat(GAP + widths[i] - length(cells.get(i)))).append(cells.get(i));
    }
    return line.toString();
  }

  private static void versus(List<String> lines, Versus versus) {
    String key = "versus";
    for (String line : versus == null ? List.<String>of() : VersusWords.lines(versus)) {
      add(lines, key, line);
      key = "";
    }
  }

  private static void gates(List<String> lines, List<LoadResult.GateResult> gates) {
    int width = gates.stream().mapToInt(g -> length(Visible.line(g.expression()))).max().orElse(0);
    String key = "gates";
    for (LoadResult.GateResult gate : gates) {
      String expression = padded(Visible.line(gate.expression()), Math.min(width, MAX_EXPRESSION));
      String value = expression + "  " + Visible.line(LoadWords.value(gate));
      add(lines, padded(key, KEY) + gate.verdict().text(), KEY + VERDICT, value);
      key = "";
    }
  }

  private static void rules(List<String> lines, List<LoadResult.RuleFinding> findings) {
    String key = "rules";
    for (LoadResult.RuleFinding finding : findings) {
      if (Measured.broken(finding)) {
        String value =
            finding.rule()
                + "  "
                + finding.level()
                + "  "
                + LoadWords.seen(finding)
                + actual(finding);
        add(lines, padded(key, KEY) + finding.verdict().text(), KEY + VERDICT, value);
        key = "";
      }
    }
    long held = findings.stream().filter(f -> Measured.judged(f) && !Measured.broken(f)).count();
    if (held > 0) {
      String pass = padded(key, KEY) + "pass";
      add(lines, pass, KEY + VERDICT, Words.count(held, "rule") + " not seen broken");
    }
  }

  private static String actual(LoadResult.RuleFinding finding) {
    return finding.actual() == null ? "" : ": " + finding.actual();
  }

  private static void add(List<String> lines, String key, String value) {
    add(lines, key, KEY, value);
  }

  /** A key and what belongs to it, as many lines as it takes. */
  private static void add(List<String> lines, String key, int indent, String value) {
    String head = padded(key, indent);
    for (String line : wrapped(Visible.line(value), COLUMNS - indent)) {
      lines.add((head + line).stripTrailing());
      head = " ".repeat(indent);
    }
  }

  private static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (length(rest) > width) {
      int hard = rest.offsetByCodePoints(0, width);
      int space = rest.lastIndexOf(' ', hard);
      int at = space > 0 ? space : hard;
      lines.add(rest.substring(0, at).stripTrailing());
      rest = rest.substring(at).stripLeading();
    }
    lines.add(rest);
    return lines;
  }

  private static String cut(String text, int width) {
    return length(text) <= width
        ? text
        : text.substring(0, text.offsetByCodePoints(0, width - 1)) + "…";
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - length(text)));
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
