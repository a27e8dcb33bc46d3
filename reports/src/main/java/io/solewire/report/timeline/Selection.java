package io.solewire.report.timeline;

import io.solewire.history.Event;
import io.solewire.history.EventKind;
import io.solewire.result.CaseResult.Interval;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Of the events of one user those that are drawn: the first in the interval of the finding, the
 * last before it, the first after it. Frames and probes never crowd out what tells more. Bounded
 * memory; not thread-safe.
 */
final class Selection {

  private static final Set<EventKind> CHATTER =
      EnumSet.of(
          EventKind.FRAME_IN,
          EventKind.FRAME_OUT,
          EventKind.PROBE_SENT,
          EventKind.PROBE_ANSWERED,
          EventKind.PUBLISHED);

  private final Interval interval;
  private final Part telling;
  private final Part chatter;
  private long seen;

  /** Begins with nothing, and will keep so many at most. */
  Selection(Interval interval, int most) {
    this.interval = interval;
    this.telling = new Part(most * 2 / 3);
    this.chatter = new Part(most - most * 2 / 3);
  }

  /** The same for events of a kind. */
  private final class Part {
    private final int most;
    private final Deque<Event> before = new ArrayDeque<>();
    private final List<Event> inside = new ArrayList<>();
    private final List<Event> after = new ArrayList<>();

    Part(int most) {
      this.most = most;
    }

    void accept(Event event) {
      if (event.t() < interval.fromNs()) {
        before.add(event);
        if (before.size() > most / 2) {
          before.remove();
        }
      } else if (event.t() <= interval.toNs()) {
        add(inside, event, most);
      } else {
        add(after, event, most / 8);
      }
    }

    private void add(List<Event> list, Event event, int limit) {
      if (list.size() < limit) {
        list.add(event);
      }
    }

    /** What lies in the interval first, then what came before it, the nearest first. */
    void into(List<Event> all) {
      int room = most - inside.size();
      all.addAll(inside);
      List<Event> last = after.subList(0, Math.min(after.size(), room / 4));
      all.addAll(last);
      before.stream().skip(Math.max(0, before.size() - (room - last.size()))).forEach(all::add);
    }
  }

  /** The user whose events are wanted. */
  String user() {
    return interval.user();
  }

  void accept(Event event) {
    seen++;
    (CHATTER.contains(event.kind()) ? chatter : telling).accept(event);
  }

  /** What is shown, in the order of time. */
  List<Event> events() {
    List<Event> all = new ArrayList<>();
    telling.into(all);
    chatter.into(all);
    all.sort(Comparator.comparingLong(Event::t));
    return all;
  }

  /** The whole picture; null without events. */
  Timeline timeline() {
    List<Event> events = events();
    if (events.isEmpty()) {
      return null;
    }
    long origin = events.get(0).t();
    long last = events.get(events.size() - 1).t();
    long until = Math.max(interval.fromNs(), Math.min(interval.toNs(), last));
    Lanes lanes = new Lanes(origin, last);
    events.forEach(lanes::accept);
    return new Timeline(
        interval.user(),
        last - origin,
        Math.max(0, interval.fromNs() - origin),
        Math.max(0, until - origin),
        lanes.finished(),
        seen - events.size());
  }
}
