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
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectionTest {

  private final Selection selection = new Selection(new Interval("u", 1_000, 2_000), 36);

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
    List<Lane> lanes = selection.timeline().lanes();
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
    tell(1_000, "", EventKind.PUBLISHED, Detail.published("m1", 200, "0 delivered"));
    Lane lane = selection.timeline().lanes().get(0);
    assertEquals("publish", lane.name());
    assertEquals("", lane.words());
    assertTrue(lane.spans().isEmpty());
    assertEquals("message published, HTTP 200", lane.marks().get(0).words());
  }

  @Test
  void keepsWhatTellsMoreWhateverTheFramesAndSaysWhatIsMissing() {
    for (int i = 0; i < 1_000; i++) {
      tell(1_000 + i, "c1", EventKind.FRAME_IN, Detail.frame("text", 1, true, null, "x"));
    }
    tell(1_999, "c1", EventKind.CLOSE_IN, Detail.close(4409, 0, true, ""));
    Timeline timeline = selection.timeline();
    assertEquals(13, timeline.shown());
    assertEquals(988, timeline.more());
    List<Timeline.Mark> marks = timeline.lanes().get(0).marks();
    assertEquals("close-in", marks.get(marks.size() - 1).kind());
    assertEquals("frame-in text", marks.get(0).words());
  }

  @Test
  void takesTheLastOfWhatCameBefore() {
    for (int i = 0; i < 500; i++) {
      tell(i, "c" + i, EventKind.TCP_OPEN, Detail.named("subject"));
    }
    tell(1_500, "c499", EventKind.ADMITTED, Detail.NONE);
    List<Lane> lanes = selection.timeline().lanes();
    assertEquals("c488", lanes.get(0).name());
    assertEquals("c499", lanes.get(lanes.size() - 1).name());
    assertEquals(2, lanes.get(lanes.size() - 1).marks().size());
  }

  @Test
  void supposesThatAConnectionWhoseBeginningIsNotShownHadItsPlace() {
    tell(1_500, "c1", EventKind.CLOSE_IN, Detail.close(1000, 0, true, ""));
    tell(1_600, "c1", EventKind.FIN_IN, Detail.NONE);
    Lane lane = selection.timeline().lanes().get(0);
    assertEquals(End.EVICTED, lane.end());
    assertEquals(new Span(Phase.CLOSING, 0, 100), lane.spans().get(lane.spans().size() - 1));
  }

  @Test
  void showsWhatHidesInAServersWords() {
    tell(1_500, "c1", EventKind.CLOSE_IN, Detail.close(4409, 2, true, "\u202Eevil\n\u0000"));
    assertEquals("\\u202eevil \\u0000", selection.timeline().lanes().get(0).marks().get(0).text());
  }

  private void tell(long t, String conn, EventKind kind, Detail detail) {
    selection.accept(new Event(t, "A1.x", "u", conn, kind, detail));
  }
}
