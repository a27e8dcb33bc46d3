package io.solewire.simulation.takeover;

import io.solewire.load.LoadPlan;
import io.solewire.load.Mix;

/**
 * Which newcomer belongs to which user, and what it does. Immutable and thread-safe; the same for
 * the same plan and seed. Memory: four bytes a newcomer.
 */
final class Schedule {

  private final int[] newcomers;
  private final int[] from;
  private final Mix mix;
  private final long seed;

  Schedule(LoadPlan plan, long seed) {
    int total = Math.toIntExact(plan.total());
    from = new int[plan.users() + 1];
    Draw draw = new Draw(plan, seed);
    for (int i = 0; i < total; i++) {
      from[draw.next() + 1]++;
    }
    for (int user = 0; user < plan.users(); user++) {
      from[user + 1] += from[user];
    }
    int[] next = from.clone();
    newcomers = new int[total];
    Draw again = new Draw(plan, seed);
    for (int i = 0; i < total; i++) {
      newcomers[next[again.next()]++] = i;
    }
    mix = plan.mix();
    this.seed = seed;
  }

  /** Number of newcomers of a user. */
  int count(int user) {
    return from[user + 1] - from[user];
  }

  /** The k-th newcomer of a user: its number in the plan. */
  int newcomer(int user, int k) {
    return newcomers[from[user] + k];
  }

  /** What happens at a newcomer's turn. */
  Mix.Deed deed(int newcomer) {
    return mix.at(seed, newcomer);
  }
}
