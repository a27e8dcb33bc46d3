package io.solewire.report.timeline;

import io.solewire.history.Event;
import io.solewire.result.Around;
import io.solewire.result.CaseResult.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Of the connections of one user those that are drawn, each from its beginning to its end: those
 * that were there in the interval of the finding, the first and the last of them where there are
 * too many, and of the others the nearest. Bounded memory, but for names; not thread-safe.
 */
final class Selection {

  /** A picture is not stretched further than this beyond what happened. */
  private static final long FAR = 3_600_000_000_000L;

  /** How many of the others are drawn. */
  private static final int OTHERS = 2;

  private final Interval interval;
  private final int lanes;
  private final int marks;
  private final Map<String, Strand> strands = new LinkedHashMap<>();
  private final Set<String> dropped = new HashSet<>();
  private long origin = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;
  private long seen;

  /**
   * Begins with nothing.
   *
   * @param interval of whom, and when
   * @param lanes connections that are drawn at most
   * @param marks events of each that are drawn at most
   */
  Selection(Interval interval, int lanes, int marks) {
    this.interval = interval;
    this.lanes = lanes;
    this.marks = marks;
  }

  /** The user whose events are wanted. */
  String user() {
    return interval.user();
  }

  void accept(Event event) {
    seen++;
    last = Math.max(last, event.t());
    if (Around.tells(event)) {
      origin = Math.min(origin, event.t());
    }
    Strand strand = strands.get(event.conn());
    if (strand != null) {
      strand.accept(event);
    } else if (!dropped.contains(event.conn())) {
      strands.put(event.conn(), new Strand(event, marks));
      if (strands.size() > 2 * lanes) {
        drop();
      }
    }
  }

  /** The earliest of those that had ended before the interval, else one from the middle. */
  private void drop() {
    String name = null;
    int place = 0;
    for (Map.Entry<String, Strand> each : strands.entrySet()) {
      if (each.getValue().end() < interval.fromNs()) {
        name = each.getKey();
        break;
      }
      name = place++ == lanes ? each.getKey() : name;
    }
    strands.remove(name);
    dropped.add(name);
  }

  /** The whole picture; null without events. */
  Timeline timeline() {
    Map<String, Strand> shown = shown();
    List<Event> events = new ArrayList<>();
    shown.values().forEach(strand -> events.addAll(strand.events()));
    if (events.isEmpty()) {
      return null;
    }
    events.sort(Comparator.comparingLong(Event::t));
    long first = events.get(0).t();
    long from = Math.max(first, Math.min(interval.fromNs(), last + FAR));
    long until = Math.max(from, Math.min(interval.toNs(), last + FAR));
    Lanes drawn = new Lanes(first, Math.max(last, until));
    events.forEach(drawn::accept);
    return new Timeline(
        interval.user(),
        Math.max(last, until) - first,
        from - first,
        until - first,
        (origin == Long.MAX_VALUE ? first : origin) - first,
        drawn.finished(),
        seen - events.size(),
        strands.size() + dropped.size() - shown.size());
  }

  private Map<String, Strand> shown() {
    List<String> there = new ArrayList<>();
    List<String> others = new ArrayList<>();
    strands.forEach(
        (name, strand) ->
            (strand.overlaps(interval.fromNs(), interval.toNs()) ? there : others).add(name));
    Set<String> names = new HashSet<>();
    int half = (lanes + 1) / 2;
    names.addAll(there.subList(0, Math.min(there.size(), half)));
    names.addAll(there.subList(Math.max(0, there.size() - (lanes - half)), there.size()));
    others.sort(Comparator.comparingLong(name -> distance(strands.get(name))));
    Iterator<String> nearest = others.iterator();
    for (int i = 0; i < OTHERS && names.size() < lanes && nearest.hasNext(); i++) {
      names.add(nearest.next());
    }
    Map<String, Strand> shown = new LinkedHashMap<>(strands);
    shown.keySet().retainAll(names);
    return shown;
  }

  private long distance(Strand strand) {
    return strand.end() < interval.fromNs()
        ? interval.fromNs() - strand.end()
        : strand.begin() - interval.toNs();
  }
}
