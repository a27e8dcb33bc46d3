package io.solewire.load;

import static io.solewire.load.LoadStory.finding;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.solewire.history.Detail;
import io.solewire.history.EventKind;
import io.solewire.judge.Verdict;
import io.solewire.result.LoadResult;
import io.solewire.result.Metric;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a load says of evictions and releases that come late, or never. */
class LatenessUnderLoadTest {

  /** One of a hundred may be later than it is promised, as RULES.md has it under load. */
  @Test
  void anEvictionThatIsLateIsToldWhereMoreThanOneInAHundredIs() {
    LoadStory story = new LoadStory();
    for (int i = 0; i < 199; i++) {
      story.takeover("u" + i, 3_000 + i, 40);
    }
    story.takeover("late1", 3_000, 1_100);
    LoadResult.RuleFinding kept = finding(story.judged(), "C6");
    assertEquals(List.of(Verdict.PASS, 0L), List.of(kept.verdict(), kept.bad()));
    story.takeover("late2", 3_000, 1_100);
    story.takeover("late3", 3_000, 1_100);
    LoadResult.RuleFinding broken = finding(story.judged(), "C6");
    assertEquals(List.of(Verdict.WARN, 3L), List.of(broken.verdict(), broken.bad()));
  }

  /** Else only those would have a release latency of which the server let go soon. */
  @Test
  void aReleaseThatWasWaitedForInVainTookAtLeastSoLong() {
    LoadStory story = new LoadStory();
    story
        .conn("anna", "c1")
        .connects(-500, -499)
        .at(3_040, EventKind.CLOSE_IN, Detail.close(4409, 0, true, ""))
        .at(8_600, EventKind.RST_OUT)
        .abandoned(8_601);
    story
        .conn("anna", "c2")
        .planned(3_000, LoadPlan.MEASURED)
        .connects(3_000, 3_001)
        .abandoned(20_000);
    story.takeover("bob", 3_000, 40); // our own RST comes at once, which says nothing
    LoadResult load = story.judged();
    assertEquals(1, load.latency(Metric.RELEASE).count());
    assertEquals(5_560_000, load.latency(Metric.RELEASE).max(), 5_560);
    assertEquals(1, load.sample().released());
  }
}
