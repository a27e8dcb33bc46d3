package io.solewire.report;

import io.solewire.result.Capacity;
import io.solewire.result.Drift;
import io.solewire.result.Held;
import io.solewire.result.LoadResult;
import io.solewire.result.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How a load went on, in words: what drifted, who was held, what rate was held. Stateless. */
final class CourseWords {

  private static final double MIB = 1 << 20;
  private static final String MEMORY = "memory";

  private CourseWords() {}

  /** Empty if nothing is known. */
  static String drift(LoadResult load) {
    Drift drift = load.drift();
    List<String> parts = new ArrayList<>();
    if (drift != null && drift.changes() != null) {
      drift.changes().forEach((name, change) -> parts.add(change(name, change)));
    }
    return String.join("; ", parts);
  }

  private static String change(String name, Drift.Change change) {
    boolean memory = name.equals(MEMORY);
    String first = memory ? mib(change.first()) : Words.micros(Math.round(change.first()));
    String last = memory ? mib(change.last()) : Words.micros(Math.round(change.last()));
    return String.format(
        Locale.ROOT,
        "%s %s to %s (%.2f times%s)",
        memory ? "the server's memory" : name,
        first,
        last,
        change.ratio(),
        change.trend() ? ", beyond chance" : "; no trend beyond chance");
  }

  private static String mib(double bytes) {
    return String.format(Locale.ROOT, "%.0f MiB", bytes / MIB);
  }

  /** Empty if nobody was asked. */
  static String held(LoadResult load) {
    Held held = load.held();
    return held == null
        ? ""
        : LoadWords.number(held.answered())
            + " of "
            + LoadWords.count(held.connections(), "connection")
            + " answered at the end";
  }

  /** Empty if it was not looked for. */
  static String capacity(LoadResult load) {
    Capacity capacity = load.capacity();
    if (capacity == null) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        "%s newcomers/s%s, between %s and %s over %d climbs (%.0f %% sure)%s",
        LoadWords.number(Math.round(capacity.rate())),
        limit(capacity.limit()),
        LoadWords.number(Math.round(capacity.low())),
        LoadWords.number(Math.round(capacity.high())),
        climbs(capacity),
        100 * capacity.confidence(),
        beyond(capacity));
  }

  /** What asks for more than a server can do is late by that, and no more is said. */
  private static String beyond(Capacity capacity) {
    List<String> late = new ArrayList<>();
    capacity
        .beyond()
        .forEach((rule, n) -> late.add(Visible.line(rule) + " " + LoadWords.count(n, "time")));
    return late.isEmpty() ? "" : "; late above that: " + String.join(", ", late);
  }

  private static long climbs(Capacity capacity) {
    return capacity.levels() == null
        ? 0
        : capacity.levels().stream().mapToInt(Capacity.Level::climb).distinct().count();
  }

  private static String limit(String limit) {
    return Map.of(
            Capacity.GENERATOR, " or more, since the generator could not make more",
            Capacity.NONE, " or more, since the gates hold at the highest rate that was tried")
        .getOrDefault(limit == null ? "" : limit, "");
  }
}
