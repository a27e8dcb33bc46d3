package io.solewire.load;

import io.solewire.history.Detail;
import io.solewire.history.Event;
import io.solewire.history.EventKind;
import io.solewire.history.Trace;
import io.solewire.judge.Faults;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is remembered of one connection until it is judged. Not thread-safe. There is one for each
 * that is held, so it is small: its events are put together when somebody asks for them, and of
 * Pings and Pongs only the last few are remembered, as no judge asks for them.
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

  private final String segment;
  private final String user;
  private final String conn;
  private long[] instants = new long[USUAL];
  private What[] whats = new What[USUAL];
  private int count;
  private List<Event> heartbeats = List.of();
  private boolean requested;
  private boolean admitted;
  private boolean ended;
  private boolean over;
  private boolean looked;
  private boolean numbered;
  private boolean rivalled;

  /**
   * What an event says, without when and of whom: the same is said of many.
   *
   * @param kind what happened
   * @param detail what else is known
   */
  record What(EventKind kind, Detail detail) {}

  /** Begins with an event of the connection, which is still to be accepted. */
  Life(Event first) {
    this.segment = first.caseId();
    this.user = first.user();
    this.conn = first.conn();
  }

  /**
   * Takes in the next event.
   *
   * @param event one of this connection
   * @param what an equal of what it says, which many share
   */
  void accept(Event event, What what) {
    if (isHeartbeat(event)) {
      heartbeat(event);
      return;
    }
    remember(event.t(), what);
    switch (event.kind()) {
      case REQUEST_SENT, STEP_SENT -> requested = true;
      case ADMITTED -> admitted = true;
      case REFUSED, CLOSE_IN, FIN_IN, RST_IN -> ended = true;
      case FRAME_IN -> ended |= "evicted".equals(what.detail().means());
      case FAULT -> numbered |= Faults.NUMBERED.equals(what.detail().name());
      case ABANDONED, TCP_FAILED -> over = true;
      default -> {
        // nothing that ends it
      }
    }
  }

  private void remember(long t, What what) {
    if (count == instants.length) {
      instants = Arrays.copyOf(instants, 2 * count);
      whats = Arrays.copyOf(whats, 2 * count);
    }
    instants[count] = t;
    whats[count] = what;
    count++;
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
    return all(kinds).mapToLong(Event::t).min();
  }

  /** When it began. */
  long begun() {
    return instants[0];
  }

  /** What is remembered, not in order. */
  Stream<Event> all() {
    return Stream.concat(IntStream.range(0, count).mapToObj(this::event), heartbeats.stream());
  }

  private Stream<Event> all(Set<EventKind> kinds) {
    return IntStream.range(0, count)
        .filter(i -> kinds.contains(whats[i].kind()))
        .mapToObj(this::event);
  }

  private Event event(int i) {
    return new Event(instants[i], segment, user, conn, whats[i].kind(), whats[i].detail());
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
    return all(EnumSet.of(EventKind.FRAME_IN))
        .map(e -> e.detail().text())
        .anyMatch(text -> text != null && text.contains(message.detail().id()));
  }
}
