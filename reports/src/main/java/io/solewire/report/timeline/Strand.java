package io.solewire.report.timeline;

import io.solewire.history.Event;
import io.solewire.history.EventKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The events of one connection that are kept: its beginning and its end, whatever lies between.
 * Frames and probes never crowd out what tells more. Bounded memory; not thread-safe.
 */
final class Strand {

  private static final Set<EventKind> CHATTER =
      EnumSet.of(
          EventKind.FRAME_IN,
          EventKind.FRAME_OUT,
          EventKind.PROBE_SENT,
          EventKind.PROBE_ANSWERED,
          EventKind.PUBLISHED);

  private static final Set<EventKind> ENDS =
      EnumSet.of(
          EventKind.FIN_IN,
          EventKind.RST_IN,
          EventKind.FIN_OUT,
          EventKind.RST_OUT,
          EventKind.TCP_FAILED,
          EventKind.ABANDONED);

  private final long begin;
  private final Ends telling;
  private final Ends chatter;
  private long end = Long.MAX_VALUE;

  /** Begins with its first event, and will keep so many at most. */
  Strand(Event first, int most) {
    begin = first.t();
    telling = new Ends(most * 2 / 3);
    chatter = new Ends(most - most * 2 / 3);
    accept(first);
  }

  /** The first and the last of a kind. */
  private static final class Ends {
    private final int most;
    private final List<Event> first = new ArrayList<>();
    private final Deque<Event> last = new ArrayDeque<>();

    Ends(int most) {
      this.most = most;
    }

    void accept(Event event) {
      if (first.size() < (most + 1) / 2) {
        first.add(event);
        return;
      }
      last.add(event);
      if (last.size() > most / 2) {
        last.remove();
      }
    }
  }

  void accept(Event event) {
    (CHATTER.contains(event.kind()) ? chatter : telling).accept(event);
    if (ENDS.contains(event.kind())) {
      end = Math.min(end, event.t());
    }
  }

  long begin() {
    return begin;
  }

  /** When TCP ended, or the harness let go; never, as far as is known. */
  long end() {
    return end;
  }

  /** True if it was there at some time of an interval. */
  boolean overlaps(long from, long to) {
    return begin <= to && end >= from;
  }

  /** What is kept, in the order of time. */
  List<Event> events() {
    List<Event> all = new ArrayList<>();
    for (Ends ends : List.of(telling, chatter)) {
      all.addAll(ends.first);
      all.addAll(ends.last);
    }
    all.sort(Comparator.comparingLong(Event::t));
    return all;
  }
}
