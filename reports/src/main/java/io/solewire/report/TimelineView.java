package io.solewire.report;

import io.solewire.report.embed.Data;
import io.solewire.report.timeline.Timeline;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A timeline as report.html carries it. Immutable.
 *
 * @param user whose it is
 * @param count how much of it is shown
 * @param shaded what the shaded time means, and when it is
 * @param kind where what it shows stands, for the style sheet
 * @param data for the script that draws it; empty if there is no room for it
 */
record TimelineView(String user, String count, String shaded, String kind, String data) {

  private static final double MILLI = 1e6;

  /** Null if there is nothing to draw. */
  static TimelineView of(Timeline timeline, Standing standing, String actual, Space space) {
    if (timeline == null) {
      return null;
    }
    List<String> named = named(timeline, actual);
    String data = Data.json(Map.of("timeline", timeline, "named", named));
    return new TimelineView(
        timeline.user(),
        count(timeline),
        shaded(timeline, standing, actual),
        standing.key(),
        space.take(data) ? data : "");
  }

  private static String count(Timeline timeline) {
    String events = Words.count(timeline.shown(), "event");
    String of =
        timeline.more() > 0
            ? "the telling " + events + " of " + (timeline.shown() + timeline.more())
            : events;
    return timeline.moreLanes() > 0
        ? of
            + ", on "
            + timeline.lanes().size()
            + " of "
            + Words.count(timeline.lanes().size() + timeline.moreLanes(), "connection")
        : of;
  }

  private static String shaded(Timeline timeline, Standing standing, String actual) {
    String when =
        String.format(
            Locale.ROOT,
            "t%+.3f to t%+.3f ms: ",
            (timeline.from() - timeline.zero()) / MILLI,
            (timeline.until() - timeline.zero()) / MILLI);
    boolean bad = standing == Standing.FAIL || standing == Standing.WARN;
    boolean known = standing == Standing.KNOWN;
    String words = Optional.ofNullable(actual).orElse("");
    return when + (bad || known ? "" : words.isEmpty() ? "judged" : "judged, ") + words;
  }

  /** The connections that the finding names. */
  private static List<String> named(Timeline timeline, String actual) {
    return actual == null
        ? List.of()
        : timeline.lanes().stream()
            .map(Timeline.Lane::name)
            .filter(name -> names(actual, name))
            .toList();
  }

  private static boolean names(String actual, String name) {
    return Pattern.compile("(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-])")
        .matcher(actual)
        .find();
  }
}
