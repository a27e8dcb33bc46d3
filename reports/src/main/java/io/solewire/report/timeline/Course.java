package io.solewire.report.timeline;

import io.solewire.history.Event;
import io.solewire.history.EventKind;
import io.solewire.history.Role;
import io.solewire.report.timeline.Timeline.End;
import io.solewire.report.timeline.Timeline.Lane;
import io.solewire.report.timeline.Timeline.Mark;
import io.solewire.report.timeline.Timeline.Phase;
import io.solewire.report.timeline.Timeline.Span;
import io.solewire.result.EventWords;
import io.solewire.result.Visible;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The course of one connection, followed event by event. Not thread-safe. */
final class Course {

  private static final Set<EventKind> FIRST =
      EnumSet.of(
          EventKind.PLANNED,
          EventKind.TCP_OPEN,
          EventKind.TCP_FAILED,
          EventKind.REQUEST_SENT,
          EventKind.FAULT);

  private static final String HELD = "held-last-byte";

  private final boolean none;

  /** Whether its beginning is. */
  private final boolean known;

  private final List<Span> spans = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();
  private String note = "";
  private Phase phase;
  private long since;
  private boolean admitted;
  private boolean over;
  private boolean letGo;
  private End end = End.OPEN;
  private String words = "";

  /** Begins; {@code none} if it is no connection at all. */
  Course(boolean none, Event first) {
    this.none = none;
    this.known = FIRST.contains(first.kind());
  }

  void accept(Event event, long t, Mark mark) {
    marks.add(mark);
    switch (event.kind()) {
      case TCP_OPEN -> open(event, t);
      case TCP_FAILED -> ends(End.LOST, event);
      case FAULT -> go(HELD.equals(event.detail().name()) ? Phase.HELD : phase, t);
      case REQUEST_SENT, STEP_SENT -> asks(event, t);
      case ADMITTED -> {
        admitted = true;
        go(Phase.ALIVE, t);
      }
      case REFUSED -> closes(End.REFUSED, event, t);
      case FRAME_IN -> {
        if ("evicted".equals(event.detail().means())) {
          closes(End.EVICTED, event, t);
        }
      }
      case CLOSE_IN -> closes(told(), event, t);
      case CLOSE_OUT -> closes(End.OURS, event, t);
      case FIN_IN, RST_IN -> {
        ends(admitted ? End.EVICTED : End.LOST, event);
        go(null, t);
      }
      case FIN_OUT, RST_OUT -> {
        ends(End.OURS, event);
        go(null, t);
      }
      case ABANDONED -> letGo(t);
      default -> {
        // seen, and no change
      }
    }
  }

  private void open(Event event, long t) {
    String role = event.detail().name();
    boolean usual = role == null || role.equals(Role.SUBJECT.text());
    String more = event.detail().text() == null ? "" : event.detail().text();
    note = Visible.line(((usual ? "" : role) + " " + more).strip());
    go(Phase.CONNECTING, t);
  }

  private void letGo(long t) {
    letGo = !over;
    over = true;
    go(null, t);
  }

  private void asks(Event event, long t) {
    if (Boolean.TRUE.equals(event.detail().decides()) && !admitted) {
      go(Phase.ASKING, t);
    }
  }

  /** What a Close of the server means: nobody who was not admitted can be evicted. */
  private End told() {
    if (admitted) {
      return End.EVICTED;
    }
    return known ? End.REFUSED : End.LOST;
  }

  private void closes(End how, Event event, long t) {
    ends(how, event);
    go(Phase.CLOSING, t);
  }

  /** The first who says that it is over has ended it. */
  private void ends(End how, Event event) {
    if (!over) {
      over = true;
      end = how;
      words = Visible.line(EventWords.of(event));
    }
  }

  /** Into another phase; null is the end. */
  private void go(Phase next, long t) {
    if (phase != null && t >= since && next != phase) {
      spans.add(new Span(phase, since, t));
    }
    since = next != phase ? t : since;
    phase = next;
  }

  private String open() {
    if (!admitted) {
      return known ? "not admitted" : "its beginning is not told";
    }
    return letGo ? "open until we let go" : "left open";
  }

  Lane lane(String name, long last) {
    go(null, last);
    String told =
        switch (end) {
          case OPEN -> none ? "" : open();
          case EVICTED -> "evicted: " + words;
          case REFUSED -> words.startsWith("refused") ? words : "refused: " + words;
          case OURS -> "we ended it: " + words;
          case LOST -> "ended: " + words;
        };
    return new Lane(name, note, end, told, List.copyOf(spans), List.copyOf(marks));
  }
}
