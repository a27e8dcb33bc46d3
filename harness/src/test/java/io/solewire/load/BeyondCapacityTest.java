package io.solewire.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.solewire.judge.Verdict;
import io.solewire.result.LoadResult;
import io.solewire.result.LoadVerdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is found at rates above the one that a server holds. */
class BeyondCapacityTest {

  private static final String GATE = "eviction.p99 <= 20 ms";
  private static final ClimbStory.Ms SOON = (rate, within) -> 0.2;
  private static final ClimbStory.Ms NEAR = (rate, within) -> 1;

  private static LoadResult judged(ClimbStory.Ms evicted) {
    return ClimbStory.of(SOON, NEAR, evicted).judged(GATE);
  }

  private static LoadResult.RuleFinding of(String rule, LoadResult load) {
    return load.findings().stream().filter(f -> f.rule().equals(rule)).findFirst().orElseThrow();
  }

  @Test
  void latenessOfAShouldBeginningAboveCapacityIsToldAndNotHeldAgainstTheServer() {
    LoadResult load = judged((rate, within) -> rate < 80 ? 5 : 1_100);
    assertEquals(40, load.capacity().rate());
    assertEquals(Map.of("C6", 2L * (80 + 160)), load.capacity().beyond());
    assertEquals(
        List.of(Verdict.PASS, 0L), List.of(of("C6", load).verdict(), of("C6", load).bad()));
    assertEquals(Verdict.PASS, LoadVerdict.of(load, true));
  }

  @Test
  void latenessAtARateThatHoldsCounts() {
    ClimbStory.Ms late = (rate, within) -> within == 0 || rate == 160 ? 1_100 : 5;
    LoadResult held = ClimbStory.of(SOON, NEAR, late).judged("eviction.p50 <= 20 ms");
    assertEquals(80, held.capacity().rate());
    assertEquals(4, of("C6", held).bad(), "the first of each level that holds");
    assertEquals(Map.of("C6", 2L * 160), held.capacity().beyond());
    assertEquals(Verdict.FAIL, LoadVerdict.of(held, true));
    assertEquals(Verdict.WARN, LoadVerdict.of(held, false));
  }

  @Test
  void whatAboveCapacityIsNotEvictedByForceStaysBroken() {
    LoadResult load = judged((rate, within) -> rate < 160 ? 5 : within > 0 ? 50 : 6_000);
    assertEquals(80, load.capacity().rate());
    assertEquals(2, load.violations());
    assertEquals(Verdict.FAIL, of("A1", load).verdict());
    assertEquals(Verdict.FAIL, LoadVerdict.of(load, false));
  }

  @Test
  void whereEverythingHoldsNothingIsBeyond() {
    assertEquals(Map.of(), judged((rate, within) -> 5).capacity().beyond());
  }
}
