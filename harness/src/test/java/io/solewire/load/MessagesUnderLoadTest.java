package io.solewire.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.history.Detail;
import io.solewire.history.EventKind;
import io.solewire.history.Trace;
import io.solewire.judge.Faults;
import io.solewire.judge.Verdict;
import io.solewire.profile.Profile;
import io.solewire.profile.ProfileException;
import io.solewire.profile.ProfileReader;
import io.solewire.result.LoadResult;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Messages outlive the window of the takeover that they came after. */
class MessagesUnderLoadTest {

  private static final LoadResult.Generator TIRED =
      new LoadResult.Generator(false, 0.2, 1, 100, "tired");

  private final LoadStory story = new LoadStory();

  private LoadStory.Told comes(String conn, double t) {
    return story
        .conn("anna", conn)
        .at(t, EventKind.TCP_OPEN, Detail.named("subject"))
        .at(t, EventKind.FAULT, Detail.named(Faults.NUMBERED))
        .planned(t, LoadPlan.MEASURED)
        .connects(t, t + 1)
        .probed(t + 3, t + 4);
  }

  private void leaves(String conn, double t) {
    story.conn("anna", conn).evicted(t, 4409).abandoned(t + 1);
  }

  private void published(double t, String id) {
    story.conn("anna", "").at(t, EventKind.PUBLISHED, Detail.published(id, 200, "1 delivered", 0));
  }

  private void reads(String conn, double t, String id) {
    Detail frame = Detail.frame("text", id.length(), true, null, id);
    story.conn("anna", conn).at(t, EventKind.FRAME_IN, frame);
  }

  /** Three in turn, each told when the next one has come. */
  private void threeInTurn() {
    comes("c1", 1_000);
    comes("c2", 3_000);
    leaves("c1", 3_002);
    comes("c3", 6_000);
    leaves("c2", 6_002);
    story.conn("anna", "c3").abandoned(20_000);
  }

  private LoadResult.RuleFinding judged(String rule) throws ProfileException {
    Profile profile =
        ProfileReader.forUrl("ws://127.0.0.1:1/ws?user={user}", Map.of("delivery", "exactly-once"));
    LoadResult load = story.judged(profile, LoadStory.PLAN, LoadStory.HEALTHY, Trace.NEVER);
    return load.findings().stream().filter(f -> f.rule().equals(rule)).findFirst().orElseThrow();
  }

  @Test
  void whatIsLostAfterATakeoverIsSeenInTheNextWindow() throws Exception {
    threeInTurn();
    published(4_000, "sw-msg-1-a");
    LoadResult.RuleFinding finding = judged("F1");
    assertEquals(Verdict.FAIL, finding.verdict());
    assertEquals(1, finding.bad());
    assertTrue(finding.actual().contains("nothing on c2"), finding.actual());
  }

  @Test
  void whatArrivesAfterATakeoverIsSeenInTheNextWindow() throws Exception {
    threeInTurn();
    published(4_000, "sw-msg-1-a");
    reads("c2", 4_001, "sw-msg-1-a");
    assertEquals(Verdict.PASS, judged("F1").verdict());
    assertEquals(Verdict.PASS, judged("F3").verdict());
  }

  /** Handed over while the second was on its way, it came to the first. */
  @Test
  void whatWasReadBeforeATakeoverIsNotMissedAfterIt() throws Exception {
    threeInTurn();
    published(3_000.5, "sw-msg-1-a");
    reads("c1", 3_001.5, "sw-msg-1-a");
    published(4_000, "sw-msg-2-a");
    reads("c2", 4_001, "sw-msg-2-a");
    comes("c4", 9_000);
    leaves("c3", 9_002);
    published(9_500, "sw-msg-3-a");
    reads("c4", 9_501, "sw-msg-3-a");
    LoadResult.RuleFinding finding = judged("F3");
    assertEquals(0, finding.bad(), finding.toString());
    assertTrue(finding.observed() > 2, finding.toString());
  }

  /** A mark for one rule takes nothing from the others. */
  @Test
  void whoIsMarkedIsOrdinaryToTheOtherRules() throws Exception {
    comes("c1", 3_000);
    leaves("c1", 3_500);
    assertEquals(Verdict.FAIL, judged("A2").verdict());
  }

  /** A tired generator is a doubt about lateness and about nothing else. */
  @Test
  void aRefusalIsNoLatenessOfTheGenerator() {
    story
        .conn("anna", "c1")
        .planned(3_000, LoadPlan.MEASURED)
        .at(3_000, EventKind.TCP_OPEN, Detail.named("subject"))
        .at(3_000, EventKind.FAULT, Detail.named(Faults.BURST))
        .at(3_000, EventKind.REQUEST_SENT, Detail.step(0, true))
        .at(3_001, EventKind.REFUSED, Detail.status(409, ""))
        .abandoned(3_002);
    LoadResult load = story.judged(LoadStory.PLAN, TIRED, Trace.NEVER);
    assertEquals(
        1,
        load.findings().stream()
            .filter(f -> f.rule().equals("J3"))
            .findFirst()
            .orElseThrow()
            .bad());
  }
}
