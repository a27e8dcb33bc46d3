package io.solewire.load.compare;

import io.solewire.result.Versus;
import io.solewire.result.Versus.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Compares two sides that took turns, round by round. Stateless. The intervals of all metrics hold
 * together with {@link #CONFIDENCE} (Bonferroni: no assumption on how metrics hang together).
 *
 * <p>A difference is called if the interval of the ratio does not contain 1; none if it lies within
 * {@link #MARGIN} on both sides; else nothing is known, since a difference that matters may hide
 * under the noise.
 */
public final class Comparison {

  /** That no metric of two servers that do not differ is called different. */
  public static final double CONFIDENCE = 0.995;

  /** A factor that matters: "no difference" says that there is none of this size. */
  public static final double MARGIN = 1.3;

  /** Fewer rounds show nothing. */
  public static final int LEAST_ROUNDS = 5;

  /** Where a larger part of the rounds is left out, the rest is another load. */
  private static final double MOST_LEFT_OUT = 0.25;

  private Comparison() {}

  /**
   * Compares.
   *
   * @param reference name of what is compared with
   * @param a what was measured of it, a slot for each round
   * @param b the same of the target
   * @return ratios of the target to the reference, and what follows
   * @throws IllegalArgumentException if one has more rounds than the other
   */
  public static Versus of(String reference, List<Slot> a, List<Slot> b) {
    if (a.size() != b.size()) {
      throw new IllegalArgumentException(
          "the reference has "
              + a.size()
              + " rounds, the target "
              + b.size()
              + ": expected as many");
    }
    List<Integer> whole = new ArrayList<>();
    List<Versus.Left> left = new ArrayList<>();
    for (int i = 0; i < a.size(); i++) {
      if (a.get(i).isSound() && b.get(i).isSound()) {
        whole.add(i);
      } else {
        left.add(new Versus.Left(i, a.get(i).doubt(), b.get(i).doubt()));
      }
    }
    List<Versus.Ratio> metrics = new ArrayList<>();
    for (Compared compared : Compared.values()) {
      metrics.add(metric(compared, a.size(), pick(a, whole), pick(b, whole)));
    }
    Versus.Ratio worst = worst(metrics);
    return new Versus(
        reference, whole.size(), metrics, worst.verdict(), reason(metrics, left), CONFIDENCE, left);
  }

  private static List<Slot> pick(List<Slot> slots, List<Integer> whole) {
    return whole.stream().map(slots::get).toList();
  }

  private static Versus.Ratio worst(List<Versus.Ratio> metrics) {
    return metrics.stream()
        .reduce((x, y) -> x.verdict().join(y.verdict()) == x.verdict() ? x : y)
        .orElseThrow();
  }

  /** What was left out matters more than what follows from it. */
  private static String reason(List<Versus.Ratio> metrics, List<Versus.Left> left) {
    Versus.Ratio worst = worst(metrics);
    if (worst.verdict() != Verdict.INCONCLUSIVE) {
      return null;
    }
    return left.isEmpty()
        ? worst.metric() + ": " + worst.reason()
        : worst.metric() + ": " + worst.reason() + " (" + left.get(0).text() + ")";
  }

  private static Versus.Ratio metric(Compared compared, int planned, List<Slot> a, List<Slot> b) {
    int[] both =
        IntStream.range(0, a.size()).filter(i -> has(compared, a.get(i), b.get(i))).toArray();
    double[] as = Arrays.stream(both).mapToDouble(i -> a.get(i).values().get(compared)).toArray();
    double[] bs = Arrays.stream(both).mapToDouble(i -> b.get(i).values().get(compared)).toArray();
    if (both.length < LEAST_ROUNDS || planned - both.length > planned * MOST_LEFT_OUT) {
      String few = few(compared, planned, both.length, a, b);
      return new Versus.Ratio(
          compared.text(),
          median(as),
          median(bs),
          null,
          null,
          null,
          Verdict.INCONCLUSIVE,
          null,
          few);
    }
    double[] ratios = IntStream.range(0, as.length).mapToDouble(i -> bs[i] / as[i]).toArray();
    Paired paired = Paired.of(ratios, (1 - CONFIDENCE) / Compared.values().length);
    Verdict verdict = verdict(compared, paired);
    return new Versus.Ratio(
        compared.text(),
        median(as),
        median(bs),
        rounded(paired.ratio()),
        rounded(paired.low()),
        rounded(paired.high()),
        verdict,
        rounded(paired.smallest()),
        verdict == Verdict.INCONCLUSIVE ? noisy(paired) : null);
  }

  private static boolean has(Compared compared, Slot a, Slot b) {
    return a.values().getOrDefault(compared, 0.0) > 0 && b.values().getOrDefault(compared, 0.0) > 0;
  }

  private static Verdict verdict(Compared compared, Paired paired) {
    if (paired.low() > 1) {
      return compared.isRate() ? Verdict.IMPROVEMENT : Verdict.REGRESSION;
    }
    if (paired.high() < 1) {
      return compared.isRate() ? Verdict.REGRESSION : Verdict.IMPROVEMENT;
    }
    boolean within = paired.high() < MARGIN && paired.low() > 1 / MARGIN;
    return within ? Verdict.NO_DIFFERENCE : Verdict.INCONCLUSIVE;
  }

  private static String few(Compared compared, int planned, int both, List<Slot> a, List<Slot> b) {
    long least =
        IntStream.range(0, a.size())
            .mapToLong(i -> Math.min(a.get(i).count(compared), b.get(i).count(compared)))
            .min()
            .orElse(0);
    String samples =
        least < compared.leastSamples()
            ? "; a slot needs %d samples, one has %d: raise --rate or --duration"
                .formatted(compared.leastSamples(), least)
            : "";
    return "%d of %d rounds count, expected at least %d and three quarters of them%s"
        .formatted(both, planned, LEAST_ROUNDS, a.isEmpty() ? "" : samples);
  }

  private static String noisy(Paired paired) {
    int needed = paired.roundsFor(MARGIN);
    return String.format(
        Locale.ROOT,
        "between %.2f and %.2f times, so a factor of %.2f is not excluded: %s",
        paired.low(),
        paired.high(),
        MARGIN,
        needed > paired.rounds()
            ? "about " + needed + " rounds as noisy as these would show it"
            : "more rounds tell");
  }

  private static Double median(double[] values) {
    if (values.length == 0) {
      return null;
    }
    double[] sorted = Arrays.stream(values).sorted().toArray();
    int half = sorted.length / 2;
    return rounded(sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2);
  }

  private static double rounded(double value) {
    return Math.round(value * 1e4) / 1e4;
  }
}
