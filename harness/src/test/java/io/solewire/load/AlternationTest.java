package io.solewire.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.history.Event;
import io.solewire.load.arrival.Rounds;
import io.solewire.load.arrival.Rounds.Side;
import io.solewire.load.compare.Compared;
import io.solewire.load.compare.Slot;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * What is measured of one side in each round, out of histories told by hand: a round that warms up,
 * then three; slots of a second, 40 newcomers in each.
 */
class AlternationTest {

  private static final long SECOND = 1_000_000_000L;
  private static final int RATE = 40;
  private static final Rounds ROUNDS = new Rounds(1, 3, SECOND, SECOND / 2, 9);
  private static final long LEAD_MS = ROUNDS.lead() / 1_000_000;
  private static final LoadPlan PLAN =
      new LoadPlan("takeover", RATE, 9, LEAD_MS, 9_000, "uniform", List.of());

  /** Every newcomer is another user's and evicts as late, in ms, as its round says. */
  private static List<Slot> measured(Side side, IntUnaryOperator newcomers, IntUnaryOperator late) {
    LoadStory story = new LoadStory();
    for (int round = 0; round < ROUNDS.all(); round++) {
      for (int i = 0; i < newcomers.applyAsInt(round); i++) {
        double at = ROUNDS.begin(round, side) / 1e6 + i * 1_000.0 / RATE;
        String user = "u" + round + "-" + i;
        String phase = PLAN.phase((long) (at * 1e6));
        story.conn(user, "c1").connects(-500, -499);
        story.conn(user, "c2").planned(at, phase).connects(at, at + 1);
        story.conn(user, "c1").evicted(at + late.applyAsInt(round), 4409).abandoned(at + 900);
        story.conn(user, "c2").abandoned(30_000);
      }
    }
    return measured(story, side);
  }

  private static List<Slot> measured(LoadStory story, Side side) {
    Alternation alternation = new Alternation(LoadStory.profile(), PLAN, ROUNDS, side);
    Windows windows = new Windows(1, alternation::accept);
    alternation.begin(0);
    for (Event event : story.events()) {
      windows.accept(event);
    }
    windows.finish();
    return alternation.measured();
  }

  @Test
  void eachRoundHasItsOwnNumbersAndTheWarmUpNone() {
    for (Side side : Side.values()) {
      List<Slot> slots = measured(side, round -> RATE, round -> 5 * round);
      assertEquals(3, slots.size());
      for (int i = 0; i < 3; i++) {
        Slot slot = slots.get(i);
        assertEquals("", slot.doubt());
        assertEquals(5_000 * (i + 1), slot.values().get(Compared.EVICTION_P50), 10);
        assertEquals(1_000, slot.values().get(Compared.ADMISSION_P50), 2);
        assertEquals(RATE, slot.values().get(Compared.EVICTION_RATE));
        assertEquals(RATE, slot.counts().get(Compared.EVICTION_P99));
      }
    }
  }

  @Test
  void aPercentileWithoutTenSamplesBeyondItIsNotMeasured() {
    Slot slot = measured(Side.A, round -> RATE, round -> 5).get(0);
    assertTrue(slot.values().containsKey(Compared.EVICTION_P50), "needs 20");
    assertTrue(!slot.values().containsKey(Compared.EVICTION_P90), "needs 100");
    assertEquals(
        List.of(20L, 100L, 1_000L, 1L),
        List.of(
            Compared.EVICTION_P50.leastSamples(),
            Compared.EVICTION_P90.leastSamples(),
            Compared.EVICTION_P99.leastSamples(),
            Compared.EVICTION_RATE.leastSamples()));
  }

  @Test
  void aRoundThatTheGeneratorCouldNotMakeSaysSo() {
    List<Slot> slots = measured(Side.B, round -> round == 2 ? 30 : RATE, round -> 5);
    assertEquals(
        List.of("", "generator: 30/s of 40/s were started", ""),
        slots.stream().map(Slot::doubt).toList());
  }

  @Test
  void whatComesInTheOthersSlotIsNotMeasured() {
    LoadStory story = new LoadStory();
    story.takeover("stray", ROUNDS.begin(1, Side.B) / 1e6 + 100, 5);
    assertEquals(0, measured(story, Side.A).get(0).counts().get(Compared.EVICTION_P50));
    assertEquals(1, measured(story, Side.B).get(0).counts().get(Compared.EVICTION_P50));
  }
}
