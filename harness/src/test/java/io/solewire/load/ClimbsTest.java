package io.solewire.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.history.Trace;
import io.solewire.judge.Verdict;
import io.solewire.result.Capacity;
import io.solewire.result.LoadResult;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** The highest rate that holds, out of histories told by hand: 2, 4 and 8 newcomers a second. */
class ClimbsTest {

  private static final LoadPlan PLAN =
      new LoadPlan(
          "capacity",
          2,
          3,
          1_000,
          10_000,
          "uniform",
          List.of("eviction.p99 <= 10 ms", "capacity.rate >= 4"),
          Map.of("to", "8", "levels", "3", "climbs", "2"));

  /** Every newcomer is another user's; a level is a second, and so is the warm-up. */
  private static LoadResult judged(IntToDoubleFunction latencyAtRate, int leftOutOfEight) {
    LoadStory story = new LoadStory();
    int user = 0;
    for (int climb = 0; climb < 2; climb++) {
      for (int level = 0; level < 3; level++) {
        int rate = 2 << level;
        for (int i = 0; i < rate - (rate == 8 ? leftOutOfEight : 0); i++) {
          double at = 1_000 + climb * 5_000 + level * 1_000 + i * 1_000.0 / rate;
          String name = "u" + user++;
          story.conn(name, "c1").connects(-500, -499);
          story.conn(name, "c2").planned(at, LoadPlan.MEASURED).connects(at, at + 1);
          story
              .conn(name, "c1")
              .evicted(at + latencyAtRate.applyAsDouble(rate), 4409)
              .abandoned(at + 900);
          story.conn(name, "c2").abandoned(20_000);
        }
      }
    }
    return story.judged(PLAN, LoadStory.HEALTHY, Trace.NEVER);
  }

  @Test
  void itIsTheHighestLevelUpToWhichAllHold() {
    LoadResult load = judged(rate -> rate < 8 ? 5 : 50, 0);
    Capacity capacity = load.capacity();
    assertEquals(List.of(4.0, 4.0, 4.0), List.of(capacity.rate(), capacity.low(), capacity.high()));
    assertEquals(Capacity.GATES, capacity.limit());
    assertEquals(0.5, capacity.confidence());
    assertEquals(6, capacity.levels().size());
    assertEquals("eviction.p99 <= 10 ms: 50 ms", capacity.levels().get(2).why());
    assertEquals(List.of(Verdict.PASS, Verdict.PASS), verdicts(load));
  }

  private static List<Verdict> verdicts(LoadResult load) {
    return load.gates().stream().map(LoadResult.GateResult::verdict).limit(2).toList();
  }

  @Test
  void whatHoldsOnlyAboveALevelThatDoesNotIsNotCounted() {
    LoadResult load = judged(rate -> rate == 2 ? 50 : 5, 0);
    assertEquals(0, load.capacity().rate());
    assertEquals(List.of(Verdict.FAIL, Verdict.FAIL), verdicts(load));
  }

  @Test
  void whatTheGeneratorCouldNotMakeIsNotTheServers() {
    LoadResult load = judged(rate -> 5, 4);
    assertEquals(4, load.capacity().rate());
    assertEquals(Capacity.GENERATOR, load.capacity().limit());
    assertFalse(load.capacity().levels().get(2).holds());
    assertTrue(load.generator().healthy(), "each level is looked at by itself");
  }

  @Test
  void whereEverythingHoldsItSaysThatItWasNotFound() {
    LoadResult load = judged(rate -> 5, 0);
    assertEquals(8, load.capacity().rate());
    assertEquals(Capacity.NONE, load.capacity().limit());
  }
}
