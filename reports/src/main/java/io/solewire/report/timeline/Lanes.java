package io.solewire.report.timeline;

import io.solewire.history.Event;
import io.solewire.history.EventKind;
import io.solewire.report.timeline.Timeline.Lane;
import io.solewire.report.timeline.Timeline.Mark;
import io.solewire.result.EventWords;
import io.solewire.result.Visible;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lays out the events of one user in lanes. Not thread-safe. */
final class Lanes {

  /** The lane of what is done for the user and not on a connection. */
  private static final String NO_CONNECTION = "publish";

  private static final int LONGEST = 120;

  private final long origin;
  private final long last;
  private final Map<String, Course> courses = new LinkedHashMap<>();

  Lanes(long origin, long last) {
    this.origin = origin;
    this.last = last;
  }

  /** Takes in the next event, in the order of time. */
  void accept(Event event) {
    String name = event.conn().isEmpty() ? NO_CONNECTION : event.conn();
    courses
        .computeIfAbsent(name, n -> new Course(event.conn().isEmpty(), event))
        .accept(event, event.t() - origin, mark(event));
  }

  private Mark mark(Event event) {
    String text = event.detail().text();
    boolean said = text == null || event.kind() == EventKind.FAULT;
    String carried = said ? "" : cut(Visible.line(text));
    return new Mark(
        event.t() - origin,
        event.kind().text(),
        cut(Visible.line(EventWords.of(event)) + step(event) + name(event)),
        carried);
  }

  /** The beginning says what it is; all of it is in the history. */
  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
  }

  private static String step(Event event) {
    Integer step = event.detail().step();
    boolean decides = Boolean.TRUE.equals(event.detail().decides());
    return (step == null || step == 0 ? "" : " " + step) + (decides ? ", which decides" : "");
  }

  /** The opcode of a frame, or the number of a probe. */
  private static String name(Event event) {
    return switch (event.kind()) {
      case FRAME_IN, FRAME_OUT ->
          " " + Visible.line(event.detail().name()) + means(event.detail().means());
      case PROBE_SENT, PROBE_ANSWERED -> " " + Visible.line(event.detail().id());
      default -> "";
    };
  }

  private static String means(String means) {
    return means == null ? "" : ", which means " + Visible.line(means);
  }

  /** All lanes, in the order of appearance. */
  List<Lane> finished() {
    return courses.entrySet().stream()
        .map(e -> e.getValue().lane(Visible.line(e.getKey()), last - origin))
        .toList();
  }
}
