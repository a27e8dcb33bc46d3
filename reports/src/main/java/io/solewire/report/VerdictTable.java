package io.solewire.report;

import io.solewire.result.CaseResult;
import io.solewire.result.RunResult;
import io.solewire.result.Visible;
import io.solewire.rule.Rule;
import io.solewire.rule.RuleBook;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The cases of a run counted by the groups of their rules, in plain lines of at most 80 columns for
 * a terminal or a log. Not thread-safe.
 */
public final class VerdictTable {

  private static final int COLUMNS = 80;
  private static final String GAP = "  ";
  private static final String NONE = "-";
  private static final String TOTAL = "all";
  private static final String HEAD = "rules";

  /** What is there of the columns, the worst first; in words that leave room for all of them. */
  private static final Map<Standing, String> HEADS = heads();

  private final Map<String, Map<Standing, Integer>> groups = new TreeMap<>();
  private final Map<Standing, Integer> total = new EnumMap<>(Standing.class);
  private final Paint paint;
  private List<Standing> columns;
  private int nameWidth;

  private VerdictTable(RunResult run, Paint paint) {
    this.paint = paint;
    for (CaseResult subject : Tally.casesOf(run)) {
      Standing standing = Standing.of(run, subject);
      groups
          .computeIfAbsent(group(subject), g -> new EnumMap<>(Standing.class))
          .merge(standing, 1, Integer::sum);
      total.merge(standing, 1, Integer::sum);
    }
  }

  /** Colors a cell. What it returns is shown instead, and takes as much room. */
  public interface Paint {

    /** No color at all. */
    Paint NONE = (standing, cell) -> cell;

    /**
     * Colors one.
     *
     * @param standing the standing whose column it is in
     * @param cell a padded count above zero
     * @return the same with a color around it
     */
    String apply(Standing standing, String cell);
  }

  /**
   * The table: a row for each group of rules that has cases, a column for each standing that
   * occurs, and a row of totals where there is more than one group.
   *
   * @param run the run
   * @param paint colors counts
   * @return lines without line ends; none if there are no cases
   */
  public static List<String> lines(RunResult run, Paint paint) {
    VerdictTable table = new VerdictTable(run, paint);
    return table.groups.isEmpty() ? List.of() : table.lines();
  }

  private static Map<Standing, String> heads() {
    Map<Standing, String> heads = new LinkedHashMap<>();
    heads.put(Standing.FAIL, "fail");
    heads.put(Standing.STALE, "stale");
    heads.put(Standing.ERROR, "error");
    heads.put(Standing.INCONCLUSIVE, "inconclusive");
    heads.put(Standing.KNOWN, "known");
    heads.put(Standing.WARN, "warn");
    heads.put(Standing.PASS, "pass");
    heads.put(Standing.NOT_APPLICABLE, "n/a");
    return heads;
  }

  private List<String> lines() {
    columns = HEADS.keySet().stream().filter(total::containsKey).toList();
    int counts = columns.stream().mapToInt(c -> GAP.length() + width(c)).sum();
    int longest = groups.keySet().stream().mapToInt(VerdictTable::length).max().orElse(0);
    nameWidth = Math.min(COLUMNS - counts, Math.max(HEAD.length(), longest));
    List<String> lines = new ArrayList<>();
    lines.add(row(HEAD, column -> right(HEADS.get(column), width(column))));
    groups.forEach((group, of) -> lines.add(row(group, column -> cell(column, of))));
    if (groups.size() > 1) {
      lines.add("-".repeat(nameWidth + counts));
      lines.add(row(TOTAL, column -> cell(column, total)));
    }
    return List.copyOf(lines);
  }

  private String row(String name, Function<Standing, String> cells) {
    StringBuilder line = new StringBuilder(padded(cut(name, nameWidth), nameWidth));
    columns.forEach(column -> line.append(GAP).append(cells.apply(column)));
    return line.toString();
  }

  private String cell(Standing column, Map<Standing, Integer> counts) {
    int count = counts.getOrDefault(column, 0);
    String cell = right(count == 0 ? NONE : String.valueOf(count), width(column));
    return count == 0 ? cell : paint.apply(column, cell);
  }

  private int width(Standing column) {
    return Math.max(HEADS.get(column).length(), String.valueOf(total.get(column)).length());
  }

  /** Its letter, and the name of the group if the rule book has the rule. */
  private static String group(CaseResult subject) {
    String rule = Visible.line(subject.rule());
    String letter = rule.replaceAll("[0-9].*", "");
    return RuleBook.current()
        .find(rule)
        .map(Rule::group)
        .map(words -> letter + "  " + words.toLowerCase(Locale.ROOT))
        .orElse(letter.isEmpty() ? "?" : letter);
  }

  private static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - length(text))) + text;
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - length(text)));
  }

  private static String cut(String text, int width) {
    return length(text) <= width
        ? text
        : text.substring(0, text.offsetByCodePoints(0, width - 3)) + "...";
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
