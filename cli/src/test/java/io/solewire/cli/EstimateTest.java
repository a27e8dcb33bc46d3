package io.solewire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.solewire.cli.Estimate.Part;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How long a run still takes; the seconds are the test's. */
class EstimateTest {

  @Test
  void countsDownWhatTheLongestOfThoseSideBySideTookEarlier() {
    Estimate estimate = estimate(9, part("A", 10), part("B", 14));
    estimate.started("A", at(0));
    estimate.started("B", at(0));
    assertSaid("about 14 s left", estimate, 0);
    assertSaid("about 10 s left", estimate, 4);
    estimate.finished("A", false, at(10));
    assertSaid("about 4 s left", estimate, 10);
    assertSaid("almost done", estimate, 12);
    assertSaid("almost done", estimate, 16);
  }

  @Test
  void whatHasNoPlaceYetWaitsForTheFirstThatBecomesFree() {
    Estimate estimate = estimate(2, part("A", 10), part("B", 4), part("C", 5), part("D", 3));
    estimate.started("A", at(0));
    estimate.started("B", at(0));
    assertSaid("about 12 s left", estimate, 0);
  }

  @Test
  void thoseThatRunAloneComeOneAfterTheOther() {
    Estimate estimate = estimate(9, part("A", 6), alone("J", 5), alone("K", 4));
    estimate.started("A", at(0));
    assertSaid("about 15 s left", estimate, 0);
    estimate.finished("A", false, at(6));
    estimate.started("J", at(6));
    assertSaid("about 8 s left", estimate, 7);
  }

  @Test
  void aLongTimeIsRoundedUpToFiveSeconds() {
    Estimate estimate = estimate(9, part("A", 61));
    estimate.started("A", at(0));
    assertSaid("about 65 s left", estimate, 0);
    assertSaid("about 25 s left", estimate, 37);
    assertSaid("about 20 s left", estimate, 41);
  }

  @Test
  void nothingIsSaidWhileACaseTakesFarLongerThanItDid() {
    Estimate estimate = estimate(9, part("A", 10), part("B", 60));
    estimate.started("A", at(0));
    estimate.started("B", at(0));
    assertSaid("about 45 s left", estimate, 18);
    assertSilent(estimate, 19);
  }

  @Test
  void nothingIsSaidWhereCasesTakeTwiceOrHalfAsLongAsTheyDid() {
    Estimate slow = estimate(1, part("A", 6), part("B", 60));
    slow.started("A", at(0));
    slow.finished("A", false, at(13));
    assertSilent(slow, 13);
    Estimate fast = estimate(1, part("A", 30), part("B", 60));
    fast.started("A", at(0));
    fast.finished("A", false, at(14));
    assertSilent(fast, 14);
  }

  @Test
  void nothingIsSaidBetweenARaceThatFailedAndTheEndOfTheSearch() {
    Estimate estimate = estimate(9, part("A", 10), race("D", 5), alone("J", 8));
    estimate.started("A", at(0));
    estimate.started("D", at(0));
    estimate.finished("D", true, at(5));
    assertSilent(estimate, 5);
    estimate.finished("A", true, at(10));
    assertSilent(estimate, 10);
    estimate.started("J", at(40));
    assertSaid("about 8 s left", estimate, 40);
  }

  @Test
  void nothingIsSaidWithoutAnEarlierRunOrAtTheEnd() {
    Estimate none = estimate(9);
    none.started("A", at(0));
    assertSilent(none, 1);
    none.finished("A", false, at(2));
    Estimate ended = estimate(9, part("A", 1));
    ended.started("A", at(0));
    ended.finished("A", false, at(1));
    assertSilent(ended, 1);
    assertSilent(none, 2);
  }

  @Test
  void aCaseThatNobodyKnowsOrThatDidNotBeginIsNoPartOfIt() {
    Estimate estimate = estimate(9, part("A", 10), part("B", 20));
    estimate.finished("B", false, at(0));
    estimate.started("A", at(0));
    assertSaid("about 10 s left", estimate, 0);
    estimate.started("new", at(0));
    assertSilent(estimate, 1);
  }

  private static Estimate estimate(int atOnce, Part... parts) {
    return new Estimate(List.of(parts), atOnce);
  }

  private static Part part(String id, long seconds) {
    return new Part(id, at(seconds), false, false);
  }

  private static Part race(String id, long seconds) {
    return new Part(id, at(seconds), false, true);
  }

  private static Part alone(String id, long seconds) {
    return new Part(id, at(seconds), true, false);
  }

  private static void assertSaid(String words, Estimate estimate, long second) {
    assertEquals(Optional.of(words), estimate.words(at(second)));
    assertFalse(words.contains(" 0 s") || words.contains("-"), words);
  }

  private static void assertSilent(Estimate estimate, long second) {
    assertEquals(Optional.empty(), estimate.words(at(second)));
  }

  private static long at(long second) {
    return second * 1_000_000_000L;
  }
}
