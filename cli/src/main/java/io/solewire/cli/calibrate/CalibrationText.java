package io.solewire.cli.calibrate;

import io.solewire.simulation.calibrate.Accuracy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/** A calibration in lines of a terminal, and in Markdown. Stateless. */
final class CalibrationText {

  private static final String ROW = "%5s %4s %6s %6s %6s %7s %8s %7s %7s %7s %7s";
  private static final String NONE = "-";

  private CalibrationText() {}

  /** What stands above the rows. */
  static List<String> head() {
    return List.of(
        "",
        row("", "", "per s", "per s", "", "true", "measured", "us", "error", "us", ""),
        row("delay", "load", "asked", "did", "count", "p50", "p50", "p99", "p50", "p90", "p99"));
  }

  static String words(CalibrationResult.Capacity capacity) {
    return capacity.problem() == null
        ? String.format(
            Locale.ROOT,
            "capacity %,.0f takeovers/s, with %d on their way at a time",
            capacity.perSecond(),
            capacity.atOnce())
        : "capacity unknown: " + capacity.problem();
  }

  /** The row of a cell, and why it cannot be used. */
  static List<String> lines(Cell cell) {
    List<String> lines = new ArrayList<>();
    Accuracy.Summary seen = cell.accuracy();
    boolean told = seen != null && seen.counted() > 0;
    lines.add(
        row(
            cell.delayMs() + " ms",
            cell.level().text(),
            whole(cell.asked()),
            whole(cell.started()),
            told ? String.valueOf(seen.counted()) : NONE,
            told ? whole(seen.delay().p50()) : NONE,
            told ? whole(seen.measured().p50()) : NONE,
            told ? whole(seen.measured().p99()) : NONE,
            told ? trusted(cell, seen.error().p50()) : NONE,
            told ? trusted(cell, seen.error().p90()) : NONE,
            told ? trusted(cell, seen.error().p99()) : NONE));
    if (!cell.isMeasured()) {
      lines.add("       not measured: " + cell.problem());
    }
    return lines;
  }

  /** What cannot be used stands in parentheses: it shows what was refused. */
  private static String trusted(Cell cell, double micros) {
    return cell.isMeasured() ? whole(micros) : "(" + whole(micros) + ")";
  }

  private static String row(Object... columns) {
    return String.format(Locale.ROOT, ROW, columns).stripTrailing();
  }

  private static String whole(double number) {
    return String.format(Locale.ROOT, "%.0f", number);
  }

  /** The last word. */
  static String headline(CalibrationResult result) {
    String cut = result.interrupted() ? "interrupted: " : "";
    return cut + result.measured() + " of " + result.cells().size() + " cells measured";
  }

  /** The whole of it as {@code calibration.md}. */
  static String markdown(CalibrationResult result) {
    List<String> lines = new ArrayList<>();
    lines.add("# Calibration of the load generator");
    lines.add("");
    lines.add("- " + result.startedAt() + ", seed " + result.seed() + ", " + result.tool());
    lines.add("- " + result.machine().text());
    lines.add("- " + words(result.capacity()));
    lines.add("- " + headline(result));
    lines.add("");
    lines.add(
        "Error is what was measured (the incumbent's Close read, less the newcomer's request");
    lines.add(
        "written) less the true delay (the server's Close written, less the request read, by");
    lines.add("the same clock): both ways through the kernel, waiting for a processor on either");
    lines.add(
        "side, and the instrument's own part. Microseconds. In parentheses: of a load that the");
    lines.add("generator itself calls inconclusive (exit 3), and why.");
    lines.add("");
    lines.add(
        "| delay | load | asked/s | started/s | takeovers | true p50 | p99 | measured p50 | p90"
            + " | p99 | error p50 | p90 | p99 | generator |");
    lines.add("|--:|:--|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|:--|");
    result.cells().forEach(cell -> lines.add(markdown(cell)));
    return String.join("\n", lines) + "\n";
  }

  private static String markdown(Cell cell) {
    List<String> columns = new ArrayList<>();
    columns.add(cell.delayMs() + " ms");
    columns.add(cell.level().text());
    columns.add(whole(cell.asked()));
    columns.add(whole(cell.started()));
    Accuracy.Summary seen = cell.accuracy();
    columns.add(seen == null ? NONE : String.valueOf(seen.counted()));
    columns.add(seen == null ? NONE : whole(seen.delay().p50()));
    columns.add(seen == null ? NONE : whole(seen.delay().p99()));
    spread(columns, seen == null ? null : seen.measured(), CalibrationText::whole);
    spread(columns, seen == null ? null : seen.error(), micros -> trusted(cell, micros));
    columns.add(cell.isMeasured() ? healthy(cell) : "not measured: " + escaped(cell.problem()));
    return "| " + String.join(" | ", columns) + " |";
  }

  private static void spread(
      List<String> columns, Accuracy.Spread spread, DoubleFunction<String> form) {
    columns.add(spread == null ? NONE : form.apply(spread.p50()));
    columns.add(spread == null ? NONE : form.apply(spread.p90()));
    columns.add(spread == null ? NONE : form.apply(spread.p99()));
  }

  private static String healthy(Cell cell) {
    return String.format(
        Locale.ROOT,
        "healthy: %.0f %% CPU, %d ms GC, started %d µs late at p99",
        cell.generator().cpu() * 100,
        cell.generator().gcMs(),
        cell.generator().scheduleLagP99Us());
  }

  private static String escaped(String text) {
    return text.replace("|", "\\|").replaceAll("\\s+", " ");
  }
}
