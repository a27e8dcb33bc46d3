package io.solewire.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** How late the generator was, and who else took the time. */
class StartsTest {

  /** Eight newcomers, one a second; the last one's server is asked so many ms late. */
  private static LoadStory story(double lastAsked, Told told) {
    LoadStory story = new LoadStory();
    for (int i = 0; i < 8; i++) {
      double at = 2_000 + i * 1_000;
      double asked = at + (i == 7 ? lastAsked : 1);
      story.conn("u" + i, "c1").connects(-500, -499).evicted(asked + 5, 4409).abandoned(asked + 7);
      told.of(story.conn("u" + i, "c2"), at).connects(asked, asked + 1).abandoned(20_000);
    }
    return story;
  }

  private interface Told {
    LoadStory.Told of(LoadStory.Told newcomer, double at);
  }

  @Test
  void oneConnectThatTakesLongIsNotTheGeneratorsRate() {
    LoadStory story = story(1_030, (told, at) -> told.planned(at, LoadPlan.MEASURED, 0.3));
    assertEquals(1, story.judged().rate(), 0.001, "a lost SYN comes again after a second");
  }

  @Test
  void aNewcomerThatIsBegunLateIsTheGeneratorsRate() {
    LoadStory story = story(1_030, (told, at) -> told.planned(at, LoadPlan.MEASURED, 1_000));
    assertEquals(0.889, story.judged().rate(), 0.001, "eight in nine seconds");
  }

  @Test
  void aHistoryThatDoesNotTellWhenNewcomersWereBegunIsJudgedByWhenTheyAsked() {
    LoadStory story = story(1_000, (told, at) -> told.planned(at, LoadPlan.MEASURED));
    assertEquals(0.889, story.judged().rate(), 0.001);
  }
}
