package io.solewire.report;

import io.solewire.result.LoadResult.Generator;
import io.solewire.result.Readings;
import io.solewire.result.Readings.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The measuring side of a load in words; what it did not read is not mentioned. Stateless. */
final class GeneratorWords {

  private GeneratorWords() {}

  /** Whether it was healthy, in a word. */
  static String health(Generator generator) {
    return generator.healthy() ? "healthy" : "not healthy";
  }

  /** What it did, without whether that was healthy. */
  static String effort(Generator generator) {
    Readings readings = generator.readings();
    String effort =
        cpu(generator)
            + ", garbage collection "
            + Words.duration(generator.gcMs())
            + longest(readings)
            + ", newcomers "
            + Words.micros(generator.scheduleLagP99Us())
            + " late at p99";
    return readings.loopLagP99Us() == null || readings.loopLagMaxUs() == null
        ? effort
        : effort
            + ", event loops "
            + Words.micros(readings.loopLagP99Us())
            + " at p99 and "
            + Words.micros(readings.loopLagMaxUs())
            + " at most";
  }

  private static String cpu(Generator generator) {
    return generator.cpu() >= 0 ? "CPU " + percent(generator.cpu()) : "CPU unknown";
  }

  private static String longest(Readings readings) {
    return readings.longestGcMs() == null || readings.longestGcMs() == 0
        ? ""
        : " (up to " + Words.duration(readings.longestGcMs()) + " at a time)";
  }

  /** What its machine did, and how much of what has an end was taken; empty if it did not tell. */
  static String machine(Generator generator) {
    Readings readings = generator.readings();
    List<String> parts = new ArrayList<>();
    if (isKnown(readings.machineCpu())) {
      parts.add("CPU " + percent(readings.machineCpu()) + " busy");
    }
    if (isKnown(readings.stealCpu()) && readings.stealCpu() > 0) {
      parts.add(percent(readings.stealCpu()) + " stolen");
    }
    usage(parts, "descriptors", readings.descriptors());
    usage(parts, "local ports", readings.ports());
    usage(parts, "tracked connections", readings.conntrack());
    return String.join(", ", parts);
  }

  private static void usage(List<String> parts, String name, Usage usage) {
    if (usage != null) {
      parts.add(
          LoadWords.number(usage.used()) + " of " + LoadWords.number(usage.limit()) + " " + name);
    }
  }

  private static boolean isKnown(Double share) {
    return share != null && share >= 0;
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }

  /** Why it was not healthy beside the first reason; none of an older release. */
  static List<String> further(Generator generator) {
    return generator.reasons() == null
        ? List.of()
        : generator.reasons().stream().filter(Objects::nonNull).skip(1).toList();
  }
}
