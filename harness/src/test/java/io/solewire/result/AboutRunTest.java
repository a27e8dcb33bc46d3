package io.solewire.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.history.Detail;
import io.solewire.history.Event;
import io.solewire.history.EventKind;
import io.solewire.judge.Story;
import io.solewire.judge.Verdict;
import io.solewire.profile.ProfileReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AboutRunTest {

  /** 200 ms later than the limit of 5.5 s after the admission. */
  private static final String LATE =
      "c1 admitted 0; c2 requested 10 admitted 12; c1 close 4409 5712 our-close 5712 fin 5713;"
          + "c2 probe p1 8000 answered p1 8001";

  private static final String TWO_WINNERS =
      "c1 requested 0 fault race 0 admitted 5 probe p1 5700 answered p1 5701;"
          + "c2 requested 0 fault race 0 admitted 5 probe p1 5700 answered p1 5701";

  private static List<Event> segment(String id, String story) {
    List<Event> events = new ArrayList<>();
    events.add(new Event(0, id, "", "", EventKind.CASE_BEGIN, Detail.note("a case")));
    Story.events(story)
        .forEach(e -> events.add(new Event(e.t(), id, e.user(), e.conn(), e.kind(), e.detail())));
    events.add(new Event(9_000_000_000L, id, "", "", EventKind.CASE_END, Detail.NONE));
    return events;
  }

  private static Event told(String segment, EventKind kind, long millis, Detail detail) {
    return new Event(millis * 1_000_000, segment, "", "", kind, detail);
  }

  private static Event asleep(long until, String micros) {
    return told(Sleeps.SEGMENT, EventKind.FAULT, until, Detail.named(Sleeps.ASLEEP, micros));
  }

  private static CaseResult conclude(String id, String story, List<Event> aboutRun)
      throws Exception {
    Conclusion conclusion =
        new Conclusion(ProfileReader.forUrl("ws://h/{user}", Map.of()), 7, "solewire");
    return conclusion.with(AboutRun.of(List.of(aboutRun))).conclude(id, segment(id, story));
  }

  @Test
  void whoIsLateWhileTheHarnessStandsStillIsNotAccused() throws Exception {
    assertEquals(Verdict.FAIL, conclude("A1.x", LATE, List.of()).verdict());
    CaseResult result = conclude("A1.x", LATE, List.of(asleep(3000, "201000")));
    assertEquals(Verdict.INCONCLUSIVE, result.verdict());
    assertTrue(result.reason().contains("stood still for 201 ms"), result.reason());
  }

  @ParameterizedTest(name = "asleep for {1} us until {0} ms")
  @CsvSource({"3000, 150000", "9000, 900000", "100, 90000"})
  void whoIsLaterThanTheHarnessStoodStillIsAccusedStill(long until, String micros)
      throws Exception {
    assertEquals(Verdict.FAIL, conclude("A1.x", LATE, List.of(asleep(until, micros))).verdict());
  }

  @Test
  void severalShortSleepsCountTogetherAndOnlyAsFarAsTheyAreInside() {
    Sleeps sleeps = new Sleeps();
    sleeps.add(100, 60);
    sleeps.add(200, 20);
    sleeps.add(1000, 100);
    assertEquals(50 + 20, sleeps.during(50, 300));
    assertEquals(70, sleeps.during(930, Long.MAX_VALUE));
    assertEquals(0, sleeps.during(300, 800));
    assertEquals(30, sleeps.during(0, 70));
  }

  @Test
  void twoWhoAnswerLongAfterTheLimitAreTwoHoweverBusyTheMachineWas() throws Exception {
    List<Event> busy = List.of(asleep(1000, "900000"));
    assertEquals(Verdict.FAIL, conclude("D1.x", TWO_WINNERS, busy).verdict());
  }

  @Test
  void theSmallestScheduleStandsInTheResultAndInItsText() throws Exception {
    Detail found = Detail.named(Smallest.FOUND, "11 of 12: a1..a2 connect");
    Event end = told(Smallest.SEGMENT + "D1.x", EventKind.CASE_END, 8000, found);
    CaseResult result = conclude("D1.x", TWO_WINNERS, List.of(end));
    String command = "solewire --only D1.x --seed 7 --schedule 'a1..a2 connect'";
    assertEquals(new Smallest("a1..a2 connect", 11, 12, command), result.smallest());
    assertTrue(result.text().contains("smallest   a1..a2 connect   fails 11 of 12"), result.text());
    assertTrue(result.text().endsWith(command), result.text());
    assertNull(conclude("A1.x", LATE, List.of(end)).smallest());
  }

  @Test
  void aScheduleThatDidNotFailAgainIsNoSmallest() throws Exception {
    Detail found = Detail.named(Smallest.FOUND, "0 of 12: a1..a2 connect");
    Event end = told(Smallest.SEGMENT + "D1.x", EventKind.CASE_END, 8000, found);
    CaseResult result = conclude("D1.x", TWO_WINNERS, List.of(end));
    String words = "smallest   none: played 12 times more, a1..a2 connect failed never";
    assertTrue(result.text().contains(words), result.text());
    assertNull(result.smallest(), "what did not fail twice is not kept");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "many", "-5", "99999999999999999999", "1e9"})
  void whatIsNoLengthOfASleepIsPassedOver(String text) throws Exception {
    assertEquals(Verdict.FAIL, conclude("A1.x", LATE, List.of(asleep(3000, text))).verdict());
  }
}
