package io.solewire.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The page of the bench while it is written. Not thread-safe. */
final class Page {

  private final List<String> lines = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();

  void line(String line) {
    lines.add(line);
  }

  /** Begins a table of five columns. */
  void table(String title, String what, String head) {
    lines.add("## " + title);
    lines.add("");
    lines.addAll(List.of(what.split("\n")));
    lines.add("");
    lines.add(head);
    lines.add("|---|---:|---:|---:|---|");
  }

  void row(String format, Object... values) {
    lines.add(String.format(Locale.ROOT, format, values));
  }

  /** What two things did, beside each other. */
  void row(String what, Pairs pairs, String target) {
    row(
        "| %s | %.0f | %.0f | %s | %s |",
        what, Pairs.median(pairs.ones()), Pairs.median(pairs.others()), pairs.ratio(), target);
  }

  /** A row that could not be measured for want of something, which fails the bench. */
  void missing(String what, String target, MissingException why) {
    row("| %s | not measured: %s | | | %s |", what, why.getMessage(), target);
    missing.add(what + ": " + why.getMessage());
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  List<String> missing() {
    return List.copyOf(missing);
  }
}
