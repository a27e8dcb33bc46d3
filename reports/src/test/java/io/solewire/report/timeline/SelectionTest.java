package io.solewire.report.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.history.Detail;
import io.solewire.history.Event;
import io.solewire.history.EventKind;
import io.solewire.report.timeline.Timeline.End;
import io.solewire.report.timeline.Timeline.Lane;
import io.solewire.report.timeline.Timeline.Phase;
import io.solewire.report.timeline.Timeline.Span;
import io.solewire.result.CaseResult.Interval;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectionTest {

  private final Selection selection = new Selection(new Interval("u", 1_000, 2_000), 4, 12);

  private final List<Event> told = new ArrayList<>();

  @Test
  void hasNoPictureOfNothing() {
    assertNull(selection.timeline());
  }

  @Test
  void countsFromTheFirstEventAndShadesTheInterval() {
    tell(900, "c1", EventKind.TCP_OPEN, Detail.named("subject"));
    tell(1_500, "c1", EventKind.CLOSE_IN, Detail.close(4409, 2, true, "by"));
    tell(2_100, "c1", EventKind.FIN_IN, Detail.NONE);
    Timeline timeline = selection.timeline();
    assertEquals(1_200, timeline.to());
    assertEquals(100, timeline.from());
    assertEquals(1_100, timeline.until());
    assertEquals(3, timeline.shown());
    assertEquals(0, timeline.more());
    assertEquals("by", timeline.lanes().get(0).marks().get(1).text());
  }

  @Test
  void followsATakeoverFromTheUpgradeToTheEndOfTcp() {
    tell(1_000, "c1", EventKind.TCP_OPEN, Detail.named("subject"));
    tell(1_010, "c1", EventKind.FAULT, Detail.named("held-last-byte"));
    tell(1_020, "c1", EventKind.REQUEST_SENT, Detail.step(0, true));
    tell(1_030, "c1", EventKind.UPGRADED, Detail.NONE);
    tell(1_030, "c1", EventKind.ADMITTED, Detail.NONE);
    tell(1_040, "c2", EventKind.TCP_OPEN, Detail.named("canary"));
    tell(1_050, "c1", EventKind.CLOSE_IN, Detail.close(4409, 0, true, ""));
    tell(1_060, "c1", EventKind.CLOSE_OUT, Detail.close(4409, 0, true, ""));
    tell(1_070, "c1", EventKind.FIN_IN, Detail.NONE);
    tell(1_080, "c2", EventKind.RST_IN, Detail.NONE);
    Lane one = selection.timeline().lanes().get(0);
    assertEquals(
        List.of(
            new Span(Phase.CONNECTING, 0, 10),
            new Span(Phase.HELD, 10, 20),
            new Span(Phase.ASKING, 20, 30),
            new Span(Phase.ALIVE, 30, 50),
            new Span(Phase.CLOSING, 50, 70)),
        one.spans());
    assertEquals(End.EVICTED, one.end());
    assertEquals("evicted: Close 4409", one.words());
    Lane two = selection.timeline().lanes().get(1);
    assertEquals("canary", two.note());
    assertEquals(End.LOST, two.end());
    assertEquals("ended: RST", two.words());
  }

  @Test
  void tellsThoseThatStayFromThoseThatWereRefusedOrEndedByUs() {
    tell(1_000, "stays", EventKind.TCP_OPEN, Detail.named("subject"));
    tell(1_010, "stays", EventKind.ADMITTED, Detail.NONE);
    tell(1_020, "refused", EventKind.TCP_OPEN, Detail.named("subject"));
    tell(1_030, "refused", EventKind.REFUSED, Detail.status(409, "no"));
    tell(1_040, "ours", EventKind.TCP_OPEN, Detail.named("subject"));
    tell(1_050, "ours", EventKind.RST_OUT, Detail.NONE);
    tell(1_060, "left", EventKind.TCP_OPEN, Detail.named("subject"));
    tell(1_065, "left", EventKind.ADMITTED, Detail.NONE);
    tell(1_070, "left", EventKind.ABANDONED, Detail.NONE);
    tell(1_080, "waits", EventKind.TCP_OPEN, Detail.named("subject"));
    Selection five = new Selection(new Interval("u", 1_000, 2_000), 5, 12);
    told.forEach(five::accept);
    List<Lane> lanes = five.timeline().lanes();
    assertEquals(
        List.of(
            "left open",
            "refused HTTP 409",
            "we ended it: sends RST",
            "open until we let go",
            "not admitted"),
        lanes.stream().map(Lane::words).toList());
    assertEquals(
        List.of(End.OPEN, End.REFUSED, End.OURS, End.OPEN, End.OPEN),
        lanes.stream().map(Lane::end).toList());
  }

  @Test
  void givesWhatIsDoneForTheUserALaneOfItsOwn() {
    tell(1_000, "", EventKind.PUBLISHED, Detail.published("m1", 200, "0 delivered", 0));
    Lane lane = selection.timeline().lanes().get(0);
    assertEquals("publish", lane.name());
    assertEquals("", lane.words());
    assertTrue(lane.spans().isEmpty());
    assertEquals("message published, HTTP 200", lane.marks().get(0).words());
  }

  @Test
  void keepsTheBeginningAndTheEndWhateverTheFrames() {
    tell(1_000, "c1", EventKind.TCP_OPEN, Detail.named("subject"));
    tell(1_001, "c1", EventKind.ADMITTED, Detail.NONE);
    for (int i = 2; i < 900; i++) {
      tell(1_000 + i, "c1", EventKind.FRAME_IN, Detail.frame("text", 1, true, null, "x"));
    }
    tell(1_999, "c1", EventKind.CLOSE_IN, Detail.close(4409, 0, true, ""));
    tell(2_000, "c1", EventKind.FIN_IN, Detail.NONE);
    Timeline timeline = selection.timeline();
    assertEquals(4 + 4, timeline.shown());
    assertEquals(898 - 4, timeline.more());
    Lane lane = timeline.lanes().get(0);
    assertEquals("frame-in text", lane.marks().get(2).words());
    assertEquals(
        List.of(
            new Span(Phase.CONNECTING, 0, 1),
            new Span(Phase.ALIVE, 1, 999),
            new Span(Phase.CLOSING, 999, 1_000)),
        lane.spans());
  }

  /** Of a long chain the first and the last are shown, each whole. */
  @Test
  void showsWholeConnectionsOfALongChainAndSaysHowManyItLeavesOut() {
    for (int i = 0; i < 500; i++) {
      tell(1_000 + i, "c" + i, EventKind.TCP_OPEN, Detail.named("subject"));
      tell(1_000 + i, "c" + i, EventKind.ADMITTED, Detail.NONE);
      if (i > 0) {
        tell(1_000 + i, "c" + (i - 1), EventKind.CLOSE_IN, Detail.close(4409, 0, true, ""));
        tell(1_000 + i, "c" + (i - 1), EventKind.FIN_IN, Detail.NONE);
      }
    }
    Timeline timeline = selection.timeline();
    assertEquals(
        List.of("c0", "c1", "c498", "c499"), timeline.lanes().stream().map(Lane::name).toList());
    assertEquals(496, timeline.moreLanes());
    assertEquals(1_998 - 2 - 3 * 4, timeline.more());
    for (Lane lane : timeline.lanes().subList(0, 3)) {
      assertEquals("evicted: Close 4409", lane.words());
    }
    assertEquals("left open", timeline.lanes().get(3).words());
  }

  @Test
  void prefersThoseThatWereThereInTheInterval() {
    for (int i = 0; i < 500; i++) {
      tell(i, "c" + i, EventKind.TCP_OPEN, Detail.named("subject"));
      tell(i, "c" + i, EventKind.FIN_IN, Detail.NONE);
    }
    tell(900, "stays", EventKind.TCP_OPEN, Detail.named("subject"));
    tell(1_500, "comes", EventKind.TCP_OPEN, Detail.named("subject"));
    tell(2_500, "late", EventKind.TCP_OPEN, Detail.named("subject"));
    assertEquals(
        List.of("c499", "stays", "comes", "late"),
        selection.timeline().lanes().stream().map(Lane::name).toList());
  }

  @Test
  void doesNotClaimToKnowTheBeginningOfAConnectionThatIsNotTold() {
    tell(1_500, "c1", EventKind.PROBE_ANSWERED, Detail.id("p1"));
    tell(1_600, "c2", EventKind.CLOSE_IN, Detail.close(1000, 0, true, ""));
    List<Lane> lanes = selection.timeline().lanes();
    assertEquals("its beginning is not told", lanes.get(0).words());
    assertTrue(lanes.get(0).spans().isEmpty());
    assertEquals("ended: Close 1000", lanes.get(1).words());
  }

  @Test
  void callsACloseBeforeTheAdmissionARefusal() {
    tell(1_000, "c1", EventKind.TCP_OPEN, Detail.named("subject"));
    tell(1_500, "c1", EventKind.CLOSE_IN, Detail.close(4009, 0, true, ""));
    tell(1_500, "c1", EventKind.REFUSED, Detail.close(4009, 0, true, ""));
    Lane lane = selection.timeline().lanes().get(0);
    assertEquals(End.REFUSED, lane.end());
    assertEquals("refused: Close 4009", lane.words());
  }

  @Test
  void shadesAWaitInWhichNothingHappened() {
    tell(1_000, "c1", EventKind.TCP_OPEN, Detail.named("subject"));
    tell(1_010, "c1", EventKind.ADMITTED, Detail.NONE);
    Timeline timeline = selection.timeline();
    assertEquals(1_000, timeline.until());
    assertEquals(1_000, timeline.to());
    assertEquals(new Span(Phase.ALIVE, 10, 1_000), timeline.lanes().get(0).spans().get(1));
  }

  @Test
  void isNotStretchedByAnIntervalThatIsNonsense() {
    Selection far = new Selection(new Interval("u", Long.MIN_VALUE, Long.MAX_VALUE), 4, 12);
    far.accept(event(1_000, "c1", EventKind.TCP_OPEN, Detail.named("subject")));
    Timeline timeline = far.timeline();
    assertEquals(0, timeline.from());
    assertEquals(3_600_000_000_000L, timeline.to());
  }

  @Test
  void countsFromWhereTheTextOfTheFailureCounts() {
    tell(1_000, "c1", EventKind.TCP_OPEN, Detail.named("subject"));
    tell(1_100, "c1", EventKind.UPGRADED, Detail.NONE);
    tell(1_200, "c1", EventKind.ADMITTED, Detail.NONE);
    assertEquals(200, selection.timeline().zero());
  }

  @Test
  void showsWhatHidesInAServersWords() {
    tell(1_500, "c1", EventKind.CLOSE_IN, Detail.close(4409, 2, true, "\u202Eevil\n\u0000"));
    assertEquals("\\u202eevil \\u0000", selection.timeline().lanes().get(0).marks().get(0).text());
  }

  private void tell(long t, String conn, EventKind kind, Detail detail) {
    told.add(event(t, conn, kind, detail));
    selection.accept(event(t, conn, kind, detail));
  }

  private static Event event(long t, String conn, EventKind kind, Detail detail) {
    return new Event(t, "A1.x", "u", conn, kind, detail);
  }
}
