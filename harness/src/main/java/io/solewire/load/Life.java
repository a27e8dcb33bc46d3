package io.solewire.load;

import io.solewire.history.Detail;
import io.solewire.history.Event;
import io.solewire.history.EventKind;
import io.solewire.history.Trace;
import io.solewire.judge.Faults;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is remembered of one connection until it is judged. Not thread-safe. There is one for each
 * that is held, so it is small: of Pings and Pongs only the last few are remembered, as no judge
 * asks for them.
 */
final class Life {

  /** So many Pings and Pongs are shown around a finding. */
  private static final int HEARTBEATS = 8;

  private static final Set<String> HEARTBEAT = Set.of("ping", "pong");

  private static final Set<EventKind> ASKING =
      EnumSet.of(EventKind.REQUEST_SENT, EventKind.STEP_SENT);

  private static final Set<EventKind> DECIDED =
      EnumSet.of(
          EventKind.ADMITTED,
          EventKind.REFUSED,
          EventKind.CLOSE_IN,
          EventKind.FIN_IN,
          EventKind.RST_IN,
          EventKind.TCP_FAILED);

  /** What most connections have until they are admitted. */
  private static final int USUAL = 4;

  private final String conn;
  private final List<Event> events = new ArrayList<>(USUAL);
  private List<Event> heartbeats = List.of();
  private boolean requested;
  private boolean admitted;
  private boolean ended;
  private boolean over;
  private boolean looked;
  private boolean numbered;
  private boolean rivalled;

  Life(String conn) {
    this.conn = conn;
  }

  /**
   * Takes in the next event.
   *
   * @param event one of this connection
   * @param detail an equal of the event's, which many share
   */
  void accept(Event event, Detail detail) {
    if (isHeartbeat(event)) {
      heartbeat(event);
      return;
    }
    events.add(new Event(event.t(), event.caseId(), event.user(), conn, event.kind(), detail));
    switch (event.kind()) {
      case REQUEST_SENT, STEP_SENT -> requested = true;
      case ADMITTED -> admitted = true;
      case REFUSED, CLOSE_IN, FIN_IN, RST_IN -> ended = true;
      case FRAME_IN -> ended |= "evicted".equals(detail.means());
      case FAULT -> numbered |= Faults.NUMBERED.equals(detail.name());
      case ABANDONED, TCP_FAILED -> over = true;
      default -> {
        // nothing that ends it
      }
    }
  }

  private static boolean isHeartbeat(Event event) {
    return (event.kind() == EventKind.FRAME_IN || event.kind() == EventKind.FRAME_OUT)
        && event.detail().name() != null
        && HEARTBEAT.contains(event.detail().name());
  }

  private void heartbeat(Event event) {
    heartbeats = heartbeats.isEmpty() ? new ArrayList<>(HEARTBEATS) : heartbeats;
    if (heartbeats.size() == HEARTBEATS) {
      heartbeats.remove(0);
    }
    heartbeats.add(event);
  }

  String conn() {
    return conn;
  }

  /**
   * Tells it of another one that is forgotten: if it is not known which of them the server decided
   * on first, it may be ended because of that one, and nobody will know why.
   */
  void met(Life other) {
    rivalled |= other.decided() > asked();
  }

  /** Met one that may have come after it and is not watched any more. */
  boolean isRivalled() {
    return rivalled;
  }

  private long asked() {
    return first(ASKING).orElse(begun());
  }

  /** Until when at the latest the server decided on it. */
  private long decided() {
    return first(DECIDED).orElse(Trace.NEVER);
  }

  private OptionalLong first(Set<EventKind> kinds) {
    return events.stream().filter(e -> kinds.contains(e.kind())).mapToLong(Event::t).min();
  }

  /** When it began. */
  long begun() {
    return events.get(0).t();
  }

  /** What is remembered, not in order. */
  Stream<Event> all() {
    return Stream.concat(events.stream(), heartbeats.stream());
  }

  static List<Event> events(List<Life> lives) {
    return lives.stream().flatMap(Life::all).sorted(Comparator.comparingLong(Event::t)).toList();
  }

  /** Nothing more is said of it. */
  boolean isOver() {
    return over;
  }

  /** A survivor, as far as is known. */
  boolean isAlive() {
    return admitted && !ended && !over;
  }

  /** Asked for, and never resolved. */
  boolean isIndefinite() {
    return requested && !admitted && !ended;
  }

  /** True if it was sent messages that are counted. */
  boolean isNumbered() {
    return numbered;
  }

  boolean wasLookedAt() {
    return looked;
  }

  /** It has been over in a window. */
  void lookedAt() {
    looked = true;
  }

  boolean hasRead(Event message) {
    return events.stream()
        .filter(e -> e.kind() == EventKind.FRAME_IN && e.detail().text() != null)
        .anyMatch(e -> e.detail().text().contains(message.detail().id()));
  }
}
