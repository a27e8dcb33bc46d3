package io.solewire.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.solewire.history.Detail;
import io.solewire.history.EventKind;
import io.solewire.history.Trace;
import io.solewire.profile.Profile;
import io.solewire.profile.ProfileException;
import io.solewire.profile.ProfileReader;
import io.solewire.result.LoadResult;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DampingTest {

  private static final String TWICE_A_SECOND = "{after: 2, in: 1s}";

  /** Takeovers that are over and forgotten, and one that is refused after them. */
  private static LoadStory refusedAfter(int takeovers, double apart) {
    LoadStory story = new LoadStory();
    story.conn("anna", "c0").connects(-500, -499);
    double t = 3_000;
    for (int i = 1; i <= takeovers; i++, t += apart) {
      story.conn("anna", "c" + i).planned(t, LoadPlan.MEASURED).connects(t, t + 1);
      story.conn("anna", "c" + (i - 1)).evicted(t + 2, 4409).abandoned(t + 3);
    }
    story
        .conn("anna", "refused")
        .planned(t, LoadPlan.MEASURED)
        .at(t, EventKind.TCP_OPEN, Detail.named("subject"))
        .at(t, EventKind.REQUEST_SENT, Detail.step(0, true))
        .at(t + 1, EventKind.REFUSED, Detail.status(409, ""))
        .abandoned(t + 2);
    story.conn("anna", "c" + takeovers).abandoned(20_000);
    return story;
  }

  private static long accused(LoadStory story, String damper) throws ProfileException {
    Profile profile =
        ProfileReader.forUrl(
            "ws://127.0.0.1:1/ws?user={user}",
            damper.isEmpty() ? Map.of() : Map.of("damper", damper, "refused.status", "[409]"));
    LoadResult load = story.judged(profile, LoadStory.PLAN, LoadStory.HEALTHY, Trace.NEVER);
    return load.findings().stream()
        .filter(f -> f.rule().equals("A3"))
        .findFirst()
        .orElseThrow()
        .bad();
  }

  @Test
  void aRefusalByTheDamperAccusesNobodyThoughThoseBeforeItAreForgotten() throws Exception {
    assertEquals(0, accused(refusedAfter(3, 100), TWICE_A_SECOND));
  }

  @Test
  void whoCameSoSeldomWasNotRefusedByTheDamper() throws Exception {
    assertEquals(1, accused(refusedAfter(3, 600), TWICE_A_SECOND));
  }

  @Test
  void withoutADamperARefusalIsARefusal() throws Exception {
    assertEquals(1, accused(refusedAfter(3, 100), ""));
  }
}
