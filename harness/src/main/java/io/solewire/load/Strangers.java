package io.solewire.load;

import io.solewire.history.Event;
import io.solewire.history.EventKind;
import io.solewire.history.Role;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/**
 * How soon strangers are answered while others take over: what a duel must not cost them. Not
 * thread-safe. Memory grows with their number alone.
 */
final class Strangers {

  private final LongConsumer answered;
  private final Map<String, TreeMap<Long, String>> asked = new HashMap<>();
  private long from = Long.MAX_VALUE;
  private long to;

  /** Tells how long each answer took, in nanoseconds. */
  Strangers(LongConsumer answered) {
    this.answered = answered;
  }

  /** Which probes count, by when they were sent. */
  void measure(long begin, long end) {
    from = begin;
    to = end;
  }

  void accept(Event event) {
    if (asked.isEmpty() && event.kind() != EventKind.TCP_OPEN) {
      return;
    }
    String name = event.user() + ' ' + event.conn();
    switch (event.kind()) {
      case TCP_OPEN -> {
        if (Role.CANARY.text().equals(event.detail().name())) {
          asked.put(name, new TreeMap<>());
        }
      }
      case PROBE_SENT -> {
        if (asked.containsKey(name)) {
          asked.get(name).put(event.t(), event.detail().id());
        }
      }
      case PROBE_ANSWERED -> answered(name, event);
      case ABANDONED -> asked.remove(name);
      default -> {
        // nothing that is asked or answered
      }
    }
  }

  /** An answer answers what was asked before, too (RFC 6455 section 5.5.3). */
  private void answered(String name, Event event) {
    TreeMap<Long, String> open = asked.getOrDefault(name, new TreeMap<>());
    if (!open.containsValue(event.detail().id())) {
      return;
    }
    boolean found = false;
    for (Iterator<Map.Entry<Long, String>> each = open.entrySet().iterator(); !found; ) {
      Map.Entry<Long, String> one = each.next();
      found = one.getValue().equals(event.detail().id());
      if (one.getKey() >= from && one.getKey() < to) {
        answered.accept(event.t() - one.getKey());
      }
      each.remove();
    }
  }
}
