package io.solewire.result;

import io.solewire.history.Event;
import io.solewire.history.EventKind;
import io.solewire.history.Trace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the segments of a run itself say that bears on its cases. Not thread-safe while it takes in
 * events.
 */
public final class AboutRun {

  private final Sleeps sleeps = new Sleeps();
  private final Map<String, Smallest> smallest = new HashMap<>();
  private long lostAt = Trace.NEVER;

  /** Takes in an event; those of cases are passed over. */
  public void accept(Event event) {
    String segment = event.caseId();
    if (segment.equals(Sleeps.SEGMENT)) {
      sleeps.accept(event);
    } else if (segment.startsWith(Smallest.SEGMENT) && event.kind() == EventKind.CASE_END) {
      String caseId = segment.substring(Smallest.SEGMENT.length());
      Smallest.in(event).ifPresent(found -> smallest.put(caseId, found));
    }
  }

  /** The same of everything that was recorded. */
  public static AboutRun of(Iterable<List<Event>> segments) {
    AboutRun about = new AboutRun();
    segments.forEach(events -> events.forEach(about::accept));
    return about;
  }

  /**
   * The same of a target that was lost.
   *
   * @param at what was found bad later than this does not count; {@link Trace#NEVER} if it was not
   */
  public AboutRun lostAt(long at) {
    lostAt = at;
    return this;
  }

  long lostAt() {
    return lostAt;
  }

  /** When the machine of the harness stood still; may be told more while cases run. */
  public Sleeps sleeps() {
    return sleeps;
  }

  /** The smallest schedule with which a case failed, if it was looked for. */
  Optional<Smallest> smallest(String caseId) {
    return Optional.ofNullable(smallest.get(caseId));
  }
}
