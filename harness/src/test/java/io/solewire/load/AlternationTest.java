package io.solewire.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.history.Detail;
import io.solewire.history.Event;
import io.solewire.history.EventKind;
import io.solewire.load.arrival.Rounds;
import io.solewire.load.arrival.Rounds.Side;
import io.solewire.load.compare.Compared;
import io.solewire.load.compare.Slot;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * What is measured of one side in each round, out of histories told by hand: a round that warms up,
 * then three; slots of a second, 40 newcomers in each.
 */
class AlternationTest {

  private static final int RATE = 40;
  private static final LoadPlan PLAN =
      new LoadPlan("versus", RATE, 9, 2_600, 7_800, "uniform", List.of(), Map.of("rounds", "3"));
  private static final Rounds ROUNDS = PLAN.inTurn(new Turn(Side.TARGET, 9)).rounds();

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
    Alternation alternation = new Alternation(LoadStory.profile(), PLAN.inTurn(new Turn(side, 9)));
    Windows windows = new Windows(1, alternation::accept);
    alternation.begin(0);
    for (Event event : story.events()) {
      alternation.planned(event);
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
    Slot slot = measured(Side.REFERENCE, round -> RATE, round -> 5).get(0);
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
    List<Slot> slots = measured(Side.TARGET, round -> round == 2 ? 30 : RATE, round -> 5);
    assertEquals(
        List.of("", "generator: 30/s of 40/s were started", ""),
        slots.stream().map(Slot::doubt).toList());
  }

  /** Of one side in its first measured round: begun, and asked for, so many ms late. */
  private static Slot firstRound(double begunLate, double askedLate) {
    LoadStory story = new LoadStory();
    for (int i = 0; i < RATE; i++) {
      double at = ROUNDS.begin(1, Side.TARGET) / 1e6 + i * 1_000.0 / RATE;
      double asked = at + askedLate;
      story.conn("u" + i, "c1").connects(-500, -499);
      story
          .conn("u" + i, "c2")
          .planned(at, LoadPlan.MEASURED, begunLate)
          .connects(asked, asked + 1)
          .abandoned(30_000);
      story.conn("u" + i, "c1").evicted(asked + 5, 4409).abandoned(asked + 900);
    }
    return measured(story, Side.TARGET).get(0);
  }

  @Test
  void whatTcpAndTlsTakeIsNoLatenessOfTheGenerator() {
    Slot slot = firstRound(1, 400);
    assertEquals("", slot.doubt());
    assertEquals(5_000, slot.values().get(Compared.EVICTION_P50), 10);
  }

  @Test
  void aRoundWhoseNewcomersWereBegunLateSaysSo() {
    assertEquals("generator: 29/s of 40/s were started", firstRound(400, 401).doubt());
  }

  @Test
  void whatComesInTheOthersSlotIsNotMeasured() {
    LoadStory story = new LoadStory();
    for (int round = 1; round < ROUNDS.all(); round++) {
      story.takeover("stray" + round, ROUNDS.begin(round, Side.TARGET) / 1e6 + 100, 5);
    }
    assertEquals(List.of(0L, 0L, 0L), evictions(measured(story, Side.REFERENCE)));
    assertEquals(List.of(1L, 1L, 1L), evictions(measured(story, Side.TARGET)));
  }

  private static List<Long> evictions(List<Slot> slots) {
    return slots.stream().map(slot -> slot.counts().get(Compared.EVICTION_P50)).toList();
  }

  @Test
  void aRoundInWhichNewcomersAreNotAdmittedSaysSo() {
    LoadStory story = new LoadStory();
    for (int i = 0; i < RATE; i++) {
      double at = ROUNDS.begin(1, Side.REFERENCE) / 1e6 + i * 1_000.0 / RATE;
      LoadStory.Told told = story.conn("u" + i, "c1").planned(at, LoadPlan.MEASURED);
      if (i < 2) {
        told.at(at, EventKind.TCP_OPEN, Detail.named("subject"))
            .at(at, EventKind.REQUEST_SENT, Detail.step(0, true))
            .abandoned(at + 900);
      } else {
        told.connects(at, at + 1).abandoned(20_000);
      }
    }
    assertEquals("2 newcomers were not admitted", measured(story, Side.REFERENCE).get(0).doubt());
  }
}
