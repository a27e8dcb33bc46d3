package io.solewire.load;

import io.solewire.history.Event;
import io.solewire.history.EventKind;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Resident memory of the server's processes, as a history tells it. Not thread-safe. */
public final class ServerMemory {

  /** The segment of a history that says so. */
  public static final String SEGMENT = "~server";

  /** The name of the event; its text is how many bytes. */
  public static final String RESIDENT = "resident-memory";

  private final TreeMap<Long, Long> samples = new TreeMap<>();

  void accept(Event event) {
    String text = event.detail().text();
    if (event.kind() == EventKind.FAULT
        && event.caseId().equals(SEGMENT)
        && RESIDENT.equals(event.detail().name())
        && text != null
        && text.matches("\\d{1,15}")) {
      samples.put(event.t(), Long.parseLong(text));
    }
  }

  /** What was seen in an interval, by instant. */
  NavigableMap<Long, Long> between(long from, long to) {
    return samples.subMap(from, true, Math.max(from, to), false);
  }
}
