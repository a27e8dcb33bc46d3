package io.solewire.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.history.Event;
import io.solewire.history.HistoryException;
import io.solewire.history.Trace;
import io.solewire.load.arrival.Rounds.Side;
import io.solewire.result.LoadOutcome;
import io.solewire.result.LoadResult;
import io.solewire.result.Versus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two loads that took turns, out of histories told by hand: ten rounds, slots of 0.7 s. */
class RivalsTest {

  private static final int ROUNDS = 10;
  private static final int RATE = 40;
  private static final LoadPlan TARGET =
      new LoadPlan(
              "versus",
              RATE,
              9,
              0,
              20_000,
              "uniform",
              List.of("eviction.p99 < 1 s"),
              Map.of("rounds", "" + ROUNDS))
          .inTurn(new Turn(Side.TARGET, 5));
  private static final LoadPlan REFERENCE = Rivals.reference(TARGET);
  private static final LoadResult.Generator HEALTHY =
      new LoadResult.Generator(true, 0.1, 0, 10, null);
  private static final LoadResult.Generator LATE =
      new LoadResult.Generator(false, 0.1, 0, 10, "it was late");

  private static LoadJudge judge(LoadPlan plan, double late) {
    LoadStory story = new LoadStory();
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < RATE * plan.rounds().each() / 1e9; i++) {
        double at = plan.rounds().begin(round, plan.turn().side()) / 1e6 + i * 1_000.0 / RATE;
        String user = "u" + round + "-" + i;
        double latency = late + 0.01 * (i % 7) + 0.02 * (round % 3);
        story.conn(user, "c1").connects(-500, -499);
        story.conn(user, "c2").planned(at, LoadPlan.MEASURED).connects(at, at + 1);
        story.conn(user, "c1").evicted(at + latency, 4409).abandoned(at + latency + 100);
        story.conn(user, "c2").abandoned(30_000);
      }
    }
    LoadJudge.Context context = new LoadJudge.Context("load.versus", 5, "./solewire load");
    LoadJudge judge = new LoadJudge(LoadStory.profile(), plan, context);
    for (Event event : story.events()) {
      judge.accept(event);
    }
    return judge;
  }

  private static LoadOutcome outcome(LoadJudge judge, LoadResult.Generator generator) {
    return new LoadOutcome(judge.conclude(generator, Trace.NEVER), null, false, null);
  }

  private static Versus compared(LoadResult.Generator its, double reference, double target) {
    LoadJudge other = judge(REFERENCE, reference);
    return Rivals.compared(LoadStory.profile(), outcome(other, its), other, judge(TARGET, target));
  }

  @Test
  void theSlowerTargetIsWorseAndTheFasterBetter() {
    assertEquals(Versus.Verdict.REGRESSION, compared(HEALTHY, 5, 9).verdict());
    assertEquals(Versus.Verdict.IMPROVEMENT, median(compared(HEALTHY, 9, 5)).verdict());
    Versus same = compared(HEALTHY, 5, 5);
    assertEquals(ROUNDS, same.rounds());
    assertEquals(Versus.Verdict.NO_DIFFERENCE, median(same).verdict(), same.toString());
    assertEquals(
        Versus.Verdict.INCONCLUSIVE, same.verdict(), "so few samples have no 99th percentile");
  }

  private static Versus.Ratio median(Versus versus) {
    return versus.ratios().get(0);
  }

  @Test
  void nothingIsKnownOfAReferenceWhoseGeneratorWasIllOrThatWasLost() {
    Versus late = compared(LATE, 5, 9);
    assertEquals(Versus.Verdict.INCONCLUSIVE, late.verdict());
    assertEquals("the reference: it was late", late.reason());
    LoadJudge judge = judge(REFERENCE, 5);
    LoadOutcome lost = new LoadOutcome(null, "it let nobody in", false, null);
    Versus gone = Rivals.compared(LoadStory.profile(), lost, judge, judge(TARGET, 5));
    assertEquals("the reference: it let nobody in", gone.reason());
  }

  @Test
  void theRateIsThatWithinItsOwnTurns() {
    assertEquals(RATE, outcome(judge(TARGET, 5), HEALTHY).load().rate(), 1);
  }

  @Test
  void theReferenceHasTheSameLoadInTheOtherTurnsAndNoGates() throws HistoryException {
    assertEquals(TARGET.rounds(), REFERENCE.rounds());
    assertEquals(TARGET.total(), REFERENCE.total());
    assertNotEquals(TARGET.arrivals().due(0), REFERENCE.arrivals().due(0));
    assertEquals(List.of(), REFERENCE.gates());
    assertEquals(REFERENCE, LoadPlan.ofJson(REFERENCE.toJson()));
    assertEquals(TARGET, LoadPlan.ofJson(TARGET.toJson()));
  }

  @Test
  void measuredRoundsAreTheMeasuredTimeWhateverTheWarmUpIs() {
    for (long warmup : new long[] {0, 1, 1_999, 2_000, 2_001, 10_500}) {
      LoadPlan plan =
          new LoadPlan(
              "versus", RATE, 9, warmup, 20_000, "uniform", List.of(), Map.of("rounds", "10"));
      assertEquals(warmup * 1_000_000, plan.rounds().lead());
      assertEquals(plan.length(), plan.rounds().length());
      assertEquals(10 * 28, plan.total() - plan.warmups());
      assertTrue(plan.rounds().start() < plan.rounds().period());
    }
  }
}
