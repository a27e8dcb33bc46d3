package io.solewire.simulation.takeover;

import io.solewire.load.LoadPlan;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Whose turn it is, newcomer by newcomer: the same for the same plan and seed. Not thread-safe, and
 * used up by one pass.
 */
final class Draw {

  private final LoadPlan plan;
  private final SplittableRandom random;
  private final double[] weights;
  private final int[] order;
  private long drawn;
  private int last;

  Draw(LoadPlan plan, long seed) {
    this.plan = plan;
    this.random = new SplittableRandom(seed);
    this.weights = weights(plan);
    this.order = new int[plan.users()];
    Arrays.setAll(order, i -> i);
  }

  /** The user of the next newcomer. */
  int next() {
    long i = drawn++;
    return switch (plan.workload()) {
      case CONTENTION -> i % plan.count("at-once") == 0 ? picked() : last;
      case STORM -> inTurn(i);
      case DUEL -> (int) (i % plan.users());
      default -> picked();
    };
  }

  private int picked() {
    last = pick();
    return last;
  }

  private int pick() {
    if (weights.length == 0) {
      return random.nextInt(plan.users());
    }
    int at = Arrays.binarySearch(weights, random.nextDouble() * weights[plan.users() - 1]);
    return Math.min(plan.users() - 1, at < 0 ? -at - 1 : at);
  }

  /** Everybody once, in an order of chance, and then again in another. */
  private int inTurn(long i) {
    int at = (int) (i % order.length);
    int other = at + random.nextInt(order.length - at);
    int user = order[other];
    order[other] = order[at];
    order[at] = user;
    return user;
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
