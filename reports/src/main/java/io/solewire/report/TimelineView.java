package io.solewire.report;

import io.solewire.report.embed.Data;
import io.solewire.report.timeline.Timeline;
import java.util.Optional;

/**
 * A timeline as report.html carries it. Immutable.
 *
 * @param user whose it is
 * @param count how much of it is shown
 * @param shaded what the shaded time means
 * @param data for the script that draws it
 */
record TimelineView(String user, String count, String shaded, String data) {

  /** Null if there is nothing to draw. */
  static TimelineView of(Timeline timeline, Standing standing, String actual) {
    if (timeline == null) {
      return null;
    }
    String shown = Words.count(timeline.shown(), "event");
    String count =
        timeline.more() > 0
            ? "the telling " + shown + " of " + (timeline.shown() + timeline.more())
            : shown;
    String meaning = standing == Standing.PASS ? "judged here: " : "";
    String shaded = Optional.ofNullable(actual).map(meaning::concat).orElse("judged here");
    return new TimelineView(timeline.user(), count, shaded, Data.json(timeline));
  }
}
