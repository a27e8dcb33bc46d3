package io.solewire.load.arrival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.load.arrival.Rounds.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** When two sides have their turns. */
class RoundsTest {

  private static final long SECOND = 1_000_000_000L;
  private static final Rounds ROUNDS = new Rounds(0, 1, 40, 2 * SECOND, SECOND, 3);

  private static List<Side> first(Rounds rounds) {
    return IntStream.range(rounds.warmups(), rounds.all()).mapToObj(rounds::first).toList();
  }

  @Test
  void eachSideHasOneSlotInEachRoundAndTheyDoNotTouch() {
    for (int round = 0; round < ROUNDS.all(); round++) {
      List<Long> begins =
          LongStream.of(ROUNDS.begin(round, Side.REFERENCE), ROUNDS.begin(round, Side.TARGET))
              .sorted()
              .boxed()
              .toList();
      assertEquals(List.of(round * 6 * SECOND, round * 6 * SECOND + 3 * SECOND), begins);
    }
    assertEquals(6 * SECOND, ROUNDS.lead());
    assertEquals(41 * 6 * SECOND, ROUNDS.length());
  }

  @Test
  void twoNeighbouringRoundsHaveOppositeOrders() {
    List<Side> first = first(ROUNDS);
    for (int round = 0; round < first.size(); round += 2) {
      assertNotEquals(first.get(round), first.get(round + 1), "round " + round);
    }
  }

  @Test
  void whatDriftsEvenlyMeetsBothSidesAlike() {
    long a = 0;
    long b = 0;
    for (int round = 1; round < 41; round++) {
      a += ROUNDS.begin(round, Side.REFERENCE);
      b += ROUNDS.begin(round, Side.TARGET);
    }
    assertEquals(a, b);
  }

  @Test
  void whichOfThePairOfOrdersItIsIsDrawnFromTheSeed() {
    List<Integer> beginningWithA = new ArrayList<>();
    for (long seed = 0; seed < 100; seed++) {
      List<Side> first = first(new Rounds(0, 0, 100, SECOND, 0, seed));
      int count = 0;
      for (int pair = 0; pair < 50; pair++) {
        count += first.get(2 * pair) == Side.REFERENCE ? 1 : 0;
      }
      beginningWithA.add(count);
    }
    int all = beginningWithA.stream().mapToInt(Integer::intValue).sum();
    assertEquals(2_500, all, 4 * Math.sqrt(5_000 / 4.0), "5,000 fair coins");
    assertTrue(beginningWithA.stream().distinct().count() > 5, "each seed has its own");
    assertEquals(first(ROUNDS), first(new Rounds(0, 1, 40, 2 * SECOND, SECOND, 3)));
    assertNotEquals(first(ROUNDS), first(new Rounds(0, 1, 40, 2 * SECOND, SECOND, 4)));
  }

  @Test
  void nobodyComesInTheOthersSlotsAndInGaps() {
    for (Side side : Side.values()) {
      Alternating arrivals = new Alternating(10, ROUNDS, side);
      assertEquals(41 * 20, arrivals.total());
      for (long i = 0; i < arrivals.total(); i++) {
        long due = arrivals.due(i);
        long within = due - ROUNDS.begin((int) (due / ROUNDS.period()), side);
        assertTrue(within >= 0 && within < 2 * SECOND, side + " at " + due);
      }
    }
  }

  @Test
  void whatMakesNoRoundsIsRefusedWithTheNumbers() {
    assertThrows(IllegalArgumentException.class, () -> new Rounds(0, -1, 5, 1, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new Rounds(0, 0, 0, 1, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new Rounds(0, 0, 5, 1, -1, 0));
    String message =
        assertThrows(IllegalArgumentException.class, () -> new Rounds(0, 0, 5, 0, 0, 0))
            .getMessage();
    assertTrue(message.contains("slots of 0 ns") && message.contains("expected at least"), message);
  }
}
