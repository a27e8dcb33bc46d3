package io.solewire.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.solewire.history.EventKind;
import io.solewire.judge.Verdict;
import io.solewire.result.LoadResult;
import org.junit.jupiter.api.Test;

/** A load forgets connections that are over; what they may have caused is held against nobody. */
class ForgottenRivalsTest {

  /** Two newcomers that overlap; the one admitted first leaves by itself, and is forgotten. */
  private static LoadStory overlap() {
    LoadStory story = new LoadStory();
    story.conn("anna", "c1").connects(-500, -499).evicted(3_020, 4409).abandoned(3_025);
    story.conn("anna", "c2").planned(3_000, LoadPlan.MEASURED).connects(3_000, 3_034);
    story.conn("anna", "c3").planned(3_018, LoadPlan.MEASURED).connects(3_018, 3_022);
    story.conn("anna", "c3").at(3_035, EventKind.RST_OUT).abandoned(3_036);
    return story;
  }

  private static void kept(LoadResult load) {
    assertEquals(0, load.violations(), load.findings().toString());
  }

  private static void broken(LoadResult load) {
    assertEquals(1, load.violations(), load.findings().toString());
    assertEquals(
        Verdict.FAIL,
        load.findings().stream()
            .filter(f -> f.rule().equals("A2"))
            .findFirst()
            .orElseThrow()
            .verdict());
  }

  @Test
  void oneThatMetThemMayHaveBeenReplacedByThem() {
    LoadStory story = overlap();
    story.conn("anna", "c2").evicted(3_190, 4409).abandoned(3_191);
    kept(story.judged());
  }

  @Test
  void soItMayHaveBeenWhereAnotherOneCameLater() {
    LoadStory story = overlap();
    story.conn("anna", "c2").evicted(3_190, 4409);
    story.conn("anna", "c4").planned(3_500, LoadPlan.MEASURED).connects(3_500, 3_501);
    story.conn("anna", "c2").abandoned(3_502);
    story.conn("anna", "c4").probed(9_000, 9_001).abandoned(20_000);
    kept(story.judged());
  }

  @Test
  void whoWasThereBeforeItHasNotReplacedIt() {
    LoadStory story = new LoadStory();
    story.conn("anna", "c1").connects(-500, -499).evicted(3_002, 4409).abandoned(3_003);
    story.conn("anna", "c2").planned(3_000, LoadPlan.MEASURED).connects(3_000, 3_001);
    story.conn("anna", "c2").evicted(3_190, 4409).abandoned(3_191);
    broken(story.judged());
  }

  @Test
  void whoCameAfterAllOfThemAndIsEndedIsReplacedByNobody() {
    LoadStory story = overlap();
    story.conn("anna", "c4").planned(3_500, LoadPlan.MEASURED).connects(3_500, 3_501);
    story.conn("anna", "c2").evicted(3_502, 4409).abandoned(3_503);
    story.conn("anna", "c4").evicted(3_700, 4409).abandoned(3_701);
    broken(story.judged());
  }
}
