package io.solewire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.conformance.run.CaseInfo;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is waited for, in as many words as there is room for. */
class WaitingTest {

  private static final int WIDE = Integer.MAX_VALUE;

  private final Waiting waiting = new Waiting();

  @Test
  void threeThatRunForTheLongestAreNamed() {
    waiting.expect(67, Estimate.NONE);
    waiting.begin(at(100));
    for (int ended = 0; ended < 60; ended++) {
      waiting.started(named("A1.c" + ended, "ends"), at(100));
      waiting.finished("A1.c" + ended, false, at(100));
    }
    waiting.started(named("G4.silent-and-alone", "nobody comes"), at(101));
    waiting.started(named("C3.suspended", "stopped"), at(102));
    waiting.started(named("B1.idle", "ends before"), at(102));
    waiting.started(named("D7.late", "later"), at(103));
    waiting.started(named("E1.last", "the last one"), at(104));
    waiting.finished("B1.idle", false, at(103));
    assertEquals(
        "4 of 67 still run, 2 not begun, after 14 s: G4.silent-and-alone 13 s (nobody comes),"
            + " C3.suspended 12 s (stopped), D7.late 11 s (later)",
        said(114, WIDE));
  }

  @Test
  void nothingIsSaidWhenAllHaveEnded() {
    waiting.expect(1, Estimate.NONE);
    waiting.started(named("A1.c", "one"), at(0));
    assertEquals("1 of 1 still runs, after 2 s: A1.c 2 s (one)", said(2, WIDE));
    waiting.finished("A1.c", false, at(2));
    assertEquals(Optional.empty(), waiting.line(at(3), WIDE));
  }

  @Test
  void whatHasNotBegunIsWaitedForToo() {
    waiting.expect(3, Estimate.NONE);
    waiting.begin(at(5));
    assertEquals("3 of 3 not begun, after 4 s", said(9, WIDE));
  }

  @Test
  void howLongItStillTakesStandsInPlaceOfHowLongItHasTaken() {
    List<Estimate.Part> parts =
        List.of(
            new Estimate.Part("A1.first", at(12), false, false),
            new Estimate.Part("B2.second", at(30), true, false));
    waiting.expect(2, new Estimate(parts, 9));
    waiting.started(named("A1.first", "the title of it"), at(0));
    assertEquals(
        "1 of 2 still runs, 1 not begun, about 40 s left: A1.first 2 s (the title of it)",
        said(2, WIDE));
    waiting.finished("A1.first", false, at(12));
    assertEquals("1 of 2 not begun, about 30 s left", said(12, WIDE));
  }

  @Test
  void titlesAreLeftOutWhereThereIsNoRoomAndThenTheLastCases() {
    waiting.expect(2, Estimate.NONE);
    waiting.started(named("A1.first", "the title of it"), at(0));
    waiting.started(named("B2.second", "another title"), at(0));
    String head = "2 of 2 still run, after 7 s: ";
    String all = head + "A1.first 7 s (the title of it), B2.second 7 s (another title)";
    String one = head + "A1.first 7 s (the title of it), B2.second 7 s";
    String none = head + "A1.first 7 s, B2.second 7 s";
    String only = head + "A1.first 7 s";
    assertEquals(all, said(7, all.length()));
    assertEquals(one, said(7, all.length() - 1));
    assertEquals(none, said(7, one.length() - 1));
    assertEquals(only, said(7, none.length() - 1));
    assertEquals(head + "A1.first...", said(7, only.length() - 1));
  }

  @Test
  void theTitleOfTheLastOneIsCutWhereThereIsNoRoomForIt() {
    waiting.expect(1, Estimate.NONE);
    waiting.started(named("A1.last", "the title of it"), at(0));
    String all = "1 of 1 still runs, after 7 s: A1.last 7 s (the title of it)";
    assertEquals(all, said(7, all.length()));
    assertEquals(all.substring(0, all.length() - 4) + "...", said(7, all.length() - 1));
  }

  @Test
  void aSearchIsSaidUntilAnotherCaseStarts() {
    waiting.expect(3, Estimate.NONE);
    waiting.started(named("D1.barrier", "a race"), at(0));
    waiting.finished("D1.barrier", true, at(9));
    CaseInfo race = named("D1.barrier", "a race");
    assertEquals(
        "looking for the smallest schedule with which D1.barrier fails",
        waiting.searching(race, at(10)));
    assertEquals(
        "still looking for the smallest schedule with which D1.barrier fails, after 20 s of at most 60",
        said(30, WIDE));
    waiting.searching(named("D2.other", "a race"), at(12));
    assertEquals(
        "still looking for the smallest schedule with which D1.barrier, D2.other fail, after 21 s of at most 60",
        said(31, WIDE));
    waiting.started(named("J1.restart", "alone"), at(40));
    assertEquals(
        "1 of 3 still runs, 1 not begun, after 41 s: J1.restart 1 s (alone)", said(41, WIDE));
  }

  @Test
  void aSearchBeyondItsBoundSaysNoBound() {
    waiting.searching(named("D1.barrier", "a race"), at(0));
    assertEquals("smallest schedule of D1.barrier, after 61 s", said(61, 60));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 9})
  void aSearchFitsALineOfATerminal(int races) {
    for (int race = 0; race < races; race++) {
      waiting.searching(named("D" + race + ".many-users-at-once", "a race"), at(0));
    }
    String text = said(59, 77);
    assertTrue(
        text.startsWith("smallest schedule") && text.endsWith(", after 59 s of at most 60"), text);
  }

  private String said(long second, int width) {
    return waiting.line(at(second), width).orElseThrow();
  }

  private static long at(long second) {
    return second * 1_000_000_000L;
  }

  static CaseInfo named(String id, String title) {
    return new CaseInfo(id, title, List.of(), List.of(), 1, null);
  }
}
