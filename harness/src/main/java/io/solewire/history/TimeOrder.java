package io.solewire.history;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Holds the lines of each connection to the order of time. Not thread-safe. Memory grows with the
 * connections that nobody has let go of.
 */
public final class TimeOrder {

  /** Two threads record a connection; one of them may be held up between the clock and the file. */
  public static final long LATE = TimeUnit.SECONDS.toNanos(1);

  private final Map<String, Map<String, Long>> seen = new HashMap<>();

  /**
   * Looks at the next event.
   *
   * @param event any event
   * @throws HistoryException if its connection has been seen much later
   */
  public void accept(Event event) throws HistoryException {
    if (event.user().isEmpty() || event.conn().isEmpty()) {
      return;
    }
    Map<String, Long> conns = seen.computeIfAbsent(event.user(), user -> new HashMap<>(4));
    long last = conns.getOrDefault(event.conn(), 0L);
    check(event, last);
    if (event.kind() == EventKind.ABANDONED || event.kind() == EventKind.TCP_FAILED) {
      conns.remove(event.conn());
    } else {
      conns.put(event.conn(), Math.max(last, event.t()));
    }
  }

  /**
   * Looks at an event whose connection is known.
   *
   * @param event of a connection
   * @param last the last instant at which the connection was seen
   * @throws HistoryException if that is much later
   */
  public static void check(Event event, long last) throws HistoryException {
    if (event.t() < last - LATE) {
      throw new HistoryException(
          "\"t\" is "
              + event.t()
              + ", but "
              + event.conn()
              + " of "
              + event.user()
              + " has been seen at "
              + last
              + ": expected the lines of a connection in the order of time");
    }
  }
}
