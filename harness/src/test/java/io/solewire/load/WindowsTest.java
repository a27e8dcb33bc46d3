package io.solewire.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.history.Detail;
import io.solewire.history.Event;
import io.solewire.history.EventKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is remembered of connections until they are judged. */
class WindowsTest {

  private static List<Window> windows(LoadStory story) {
    List<Window> seen = new ArrayList<>();
    Windows windows = new Windows(1, seen::add);
    story.events().forEach(windows::accept);
    windows.finish();
    return seen;
  }

  private static LoadStory held(int pings) {
    LoadStory story = new LoadStory();
    LoadStory.Told held = story.conn("u", "c1").connects(1, 2);
    for (int i = 0; i < pings; i++) {
      held.at(10 + i, EventKind.FRAME_IN, Detail.named("ping"));
      held.at(10.5 + i, EventKind.FRAME_OUT, Detail.named("pong"));
    }
    double end = 20 + pings;
    story.conn("u", "c2").planned(end, LoadPlan.MEASURED).connects(end, end + 1);
    held.evicted(end + 2, 4409).abandoned(end + 3);
    story.conn("u", "c2").abandoned(end + 100);
    return story;
  }

  @Test
  void aConnectionThatIsHeldForLongNeedsNoMoreRoomThanAnother() {
    List<Event> few = windows(held(10)).get(0).events();
    List<Event> many = windows(held(10_000)).get(0).events();
    assertEquals(few.size(), many.size());
    List<Event> pings =
        many.stream().filter(event -> "ping".equals(event.detail().name())).toList();
    assertEquals(4, pings.size());
    assertEquals(10_009 * 1_000_000L, pings.get(3).t(), "the last ones are remembered");
  }

  @Test
  void whatIsRememberedIsInOrder() {
    List<Event> events = windows(held(10)).get(0).events();
    for (int i = 1; i < events.size(); i++) {
      assertTrue(events.get(i - 1).t() <= events.get(i).t(), events.toString());
    }
  }
}
