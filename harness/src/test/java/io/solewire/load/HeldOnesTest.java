package io.solewire.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.history.Detail;
import io.solewire.history.EventKind;
import io.solewire.history.Trace;
import io.solewire.judge.Verdict;
import io.solewire.result.Held;
import io.solewire.result.LoadResult;
import io.solewire.result.LoadVerdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a load that holds connections says of those that do not answer, or are not there. */
class HeldOnesTest {

  private static final LoadPlan HOLD =
      new LoadPlan(
          "hold",
          1,
          3,
          2_000,
          8_000,
          "uniform",
          Workload.HOLD.gates(List.of()),
          Map.of("ramp", "1000"));

  private final LoadStory story = new LoadStory();

  HeldOnesTest() {
    for (int i = 0; i < 8; i++) {
      story.takeover("taken" + i, 2_000 + 1_000 * i, 40);
    }
  }

  private void asked(String user, double answered) {
    LoadStory.Told told = story.conn(user, "c9").connects(-500, -499);
    told.at(12_000, EventKind.FAULT, Detail.named(HeldOnes.ASKED));
    told.at(12_000, EventKind.PROBE_SENT, Detail.id("p9"));
    if (answered > 0) {
      told.at(answered, EventKind.PROBE_ANSWERED, Detail.id("p9"));
    }
    told.abandoned(14_500);
  }

  private LoadResult judged() {
    return story.judged(HOLD, LoadStory.HEALTHY, Trace.NEVER);
  }

  @Test
  void aHeldConnectionThatDoesNotAnswerFailsTheLoad() {
    asked("a", 12_010);
    asked("b", 12_010);
    asked("c", 0);
    LoadResult load = judged();
    assertEquals(new Held(3, 2, 1), load.held());
    assertEquals("held.unanswered == 0", load.gates().get(0).expression());
    assertEquals(Verdict.FAIL, load.gates().get(0).verdict(), load.gates().toString());
  }

  @Test
  void oneThatWaitedWhileTheMachineStoodStillIsNotHeldAgainstTheServer() {
    asked("a", 12_010);
    asked("b", 12_010);
    asked("c", 12_010);
    asked("d", 0);
    story.slept(14_400, 1_500);
    LoadResult load = judged();
    assertEquals(new Held(3, 3, 0), load.held());
    assertEquals(Verdict.PASS, load.gates().get(0).verdict());
    assertTrue(load.generator().healthy(), load.generator().toString());
  }

  /** It may have been taken over, or be ended wrongly: then A2 says so. */
  @Test
  void oneThatTheServerEndedMeanwhileOrThatWasNeverAskedIsNotUnanswered() {
    asked("a", 12_010);
    asked("b", 12_010);
    asked("c", 12_010);
    asked("ended", 0);
    story.conn("ended", "c9").at(12_005, EventKind.CLOSE_IN, Detail.close(4409, 0, true, ""));
    story
        .conn("silent", "c9")
        .connects(-500, -499)
        .at(12_000, EventKind.FAULT, Detail.named(HeldOnes.ASKED))
        .abandoned(14_500);
    assertEquals(new Held(3, 3, 0), judged().held());
  }

  @Test
  void whereFewerAreHeldThanWerePlannedNothingIsProven() {
    asked("a", 12_010);
    asked("b", 12_010);
    LoadResult load = judged();
    assertFalse(load.generator().healthy());
    assertEquals(
        "2 of 3 users had a connection that was held to the end (bound 98 %): the others were not"
            + " let in, or lost it",
        load.generator().reason());
    assertEquals(Verdict.INCONCLUSIVE, LoadVerdict.of(load, false));
  }
}
