package io.solewire.load;

import io.solewire.history.Trace;
import io.solewire.result.LoadResult;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * Two climbs of 40, 80 and 160 newcomers a second, told by hand: a level is a second, and so is the
 * warm-up. Every newcomer is another user's.
 */
final class ClimbStory {

  private static final int LOWEST = 40;
  private static final double WARM_UP = 1_000;
  private static final double CLIMB = 5_000;

  private final LoadStory story = new LoadStory();
  private int users;

  /** What happens to newcomers, by the rate of their level, in ms. */
  interface Ms {
    double of(int rate, double within);
  }

  /** Who came when, each in ms: begun late, asked late, evicted after that. */
  static ClimbStory of(Ms begun, Ms asked, Ms evicted) {
    return of(begun, asked, evicted, rate -> rate);
  }

  static ClimbStory of(Ms begun, Ms asked, Ms evicted, IntUnaryOperator newcomers) {
    ClimbStory told = new ClimbStory();
    for (int step = 0; step < 6; step++) {
      int rate = LOWEST << (step % 3);
      double from = WARM_UP + step / 3 * CLIMB + step % 3 * 1_000;
      for (int i = 0; i < newcomers.applyAsInt(rate); i++) {
        double within = i * 1_000.0 / rate;
        double late = begun.of(rate, within);
        double at = from + within;
        double request = at + late + asked.of(rate, within);
        told.newcomer(at, late, request, request + evicted.of(rate, within));
      }
    }
    return told;
  }

  private void newcomer(double at, double late, double request, double evicted) {
    String name = "u" + users++;
    story.conn(name, "c1").connects(-500, -499).evicted(evicted, 4409).abandoned(evicted + 1);
    story
        .conn(name, "c2")
        .planned(at, LoadPlan.MEASURED, late)
        .connects(request, request + 1)
        .abandoned(30_000);
  }

  LoadResult judged(String... gates) {
    return judged(LoadStory.HEALTHY, gates);
  }

  LoadResult judged(LoadResult.Generator generator, String... gates) {
    Map<String, String> sizes = Map.of("to", "160", "levels", "3", "climbs", "2");
    LoadPlan plan =
        new LoadPlan("capacity", LOWEST, 3, 1_000, 10_000, "uniform", List.of(gates), sizes);
    return story.judged(plan, generator, Trace.NEVER);
  }
}
