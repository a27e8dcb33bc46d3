package io.solewire.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * What two things did in rounds, each once in each round, in opposite orders in neighbouring ones.
 *
 * @param ones what the first did, round by round
 * @param others what the other did
 */
record Pairs(List<Double> ones, List<Double> others) {

  private static final double BEYOND = 0.025;

  /** Has both take turns. */
  static Pairs of(int rounds, Callable<Double> one, Callable<Double> other) throws Exception {
    return of(rounds, 1, () -> List.of(one.call()), () -> List.of(other.call())).get(0);
  }

  /** Has both take turns, of each of which several numbers are known. */
  static List<Pairs> of(
      int rounds, int numbers, Callable<List<Double>> one, Callable<List<Double>> other)
      throws Exception {
    List<Pairs> all = new ArrayList<>();
    for (int i = 0; i < numbers; i++) {
      all.add(new Pairs(new ArrayList<>(), new ArrayList<>()));
    }
    for (int round = 0; round < rounds; round++) {
      boolean first = round % 4 == 0 || round % 4 == 3;
      List<Double> before = first ? one.call() : other.call();
      List<Double> after = first ? other.call() : one.call();
      for (int i = 0; i < numbers; i++) {
        all.get(i).ones.add((first ? before : after).get(i));
        all.get(i).others.add((first ? after : before).get(i));
      }
    }
    return all;
  }

  private double[] logs() {
    double[] logs = new double[ones.size()];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = Math.log(ones.get(i) / others.get(i));
    }
    return logs;
  }

  /** One to other, with its interval of 95 % by Student's t on the logarithms. */
  String ratio() {
    double[] logs = logs();
    if (logs.length == 1) {
      return String.format(Locale.ROOT, "%.2f (one round)", Math.exp(logs[0]));
    }
    double mean = 0;
    for (double log : logs) {
      mean += log / logs.length;
    }
    double squares = 0;
    for (double log : logs) {
      squares += (log - mean) * (log - mean);
    }
    double error = Math.sqrt(squares / (logs.length - 1) / logs.length);
    double half = error * TDistribution.of(logs.length - 1.0).inverseSurvivalProbability(BEYOND);
    return String.format(
        Locale.ROOT,
        "%.2f (%.2f to %.2f)",
        Math.exp(mean),
        Math.exp(mean - half),
        Math.exp(mean + half));
  }

  /** The median of some. */
  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }
}
