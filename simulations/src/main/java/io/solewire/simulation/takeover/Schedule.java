package io.solewire.simulation.takeover;

import io.solewire.load.LoadPlan;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Which newcomer belongs to which user. Immutable and thread-safe; the same for the same plan and
 * seed. Memory: four bytes a newcomer.
 */
final class Schedule {

  private final int[] newcomers;
  private final int[] from;

  Schedule(LoadPlan plan, long seed) {
    int total = Math.toIntExact(plan.total());
    double[] weights = weights(plan);
    from = new int[plan.users() + 1];
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < total; i++) {
      from[pick(random, weights, plan.users()) + 1]++;
    }
    for (int user = 0; user < plan.users(); user++) {
      from[user + 1] += from[user];
    }
    int[] next = from.clone();
    newcomers = new int[total];
    SplittableRandom again = new SplittableRandom(seed);
    for (int i = 0; i < total; i++) {
      newcomers[next[pick(again, weights, plan.users())]++] = i;
    }
  }

  /** Number of newcomers of a user. */
  int count(int user) {
    return from[user + 1] - from[user];
  }

  /** The k-th newcomer of a user: its number in the plan. */
  int newcomer(int user, int k) {
    return newcomers[from[user] + k];
  }

  private static int pick(SplittableRandom random, double[] weights, int users) {
    if (weights.length == 0) {
      return random.nextInt(users);
    }
    int at = Arrays.binarySearch(weights, random.nextDouble() * weights[users - 1]);
    return Math.min(users - 1, at < 0 ? -at - 1 : at);
  }

  /** Cumulative weights; none if all users are alike. */
  private static double[] weights(LoadPlan plan) {
    double exponent = Popularity.of(plan.popularity()).exponent();
    if (exponent == 0) {
      return new double[0];
    }
    double[] sums = new double[plan.users()];
    double sum = 0;
    for (int rank = 0; rank < sums.length; rank++) {
      sum += Math.pow(rank + 1.0, -exponent);
      sums[rank] = sum;
    }
    return sums;
  }
}
