package io.solewire.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How two targets compare, in words for people: the one place where these are made. Stateless. */
public final class VersusWords {

  private static final double PER_CENT = 100;

  private VersusWords() {}

  /**
   * What follows from a comparison.
   *
   * @param versus the comparison
   * @return one sentence
   */
  public static String headline(Versus versus) {
    return switch (versus.verdict()) {
      case REGRESSION ->
          "worse than " + versus.reference() + ": " + named(versus, Versus.Verdict.REGRESSION);
      case IMPROVEMENT ->
          "better than " + versus.reference() + ": " + named(versus, Versus.Verdict.IMPROVEMENT);
      case NO_DIFFERENCE ->
          "no difference to %s shown in %s".formatted(versus.reference(), rounds(versus.rounds()));
      case INCONCLUSIVE ->
          "whether it differs from %s is not known: %s"
              .formatted(versus.reference(), versus.reason());
    };
  }

  private static String named(Versus versus, Versus.Verdict verdict) {
    return versus.ratios().stream()
        .filter(metric -> metric.verdict() == verdict)
        .map(metric -> metric.metric() + " " + factor(metric))
        .collect(Collectors.joining(", "));
  }

  private static String factor(Versus.Ratio metric) {
    return String.format(
        Locale.ROOT, "%.2f times (%.2f to %.2f)", metric.ratio(), metric.low(), metric.high());
  }

  /**
   * The whole comparison.
   *
   * @param versus the comparison
   * @return the headline, a line for each metric, and how sure all of it is
   */
  public static List<String> lines(Versus versus) {
    List<String> lines = new ArrayList<>();
    lines.add(headline(versus));
    versus.ratios().forEach(metric -> lines.add("  " + line(metric)));
    if (!versus.left().isEmpty()) {
      lines.add(
          "%s left out, such as %s"
              .formatted(rounds(versus.left().size()), versus.left().get(0).text()));
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "%s; all intervals hold together at %.1f %%",
            rounds(versus.rounds()),
            versus.confidence() * PER_CENT));
    return lines;
  }

  private static String line(Versus.Ratio metric) {
    String name = metric.metric() + "  ";
    return switch (metric.verdict()) {
      case REGRESSION -> name + factor(metric) + ": worse";
      case IMPROVEMENT -> name + factor(metric) + ": better";
      case NO_DIFFERENCE ->
          String.format(
              Locale.ROOT,
              "%s%s: no difference shown; %.2f times would have been",
              name,
              factor(metric),
              metric.smallest());
      case INCONCLUSIVE -> name + "not known: " + metric.reason();
    };
  }

  private static String rounds(int count) {
    return count + (count == 1 ? " round" : " rounds");
  }
}
