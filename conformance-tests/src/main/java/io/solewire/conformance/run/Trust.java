package io.solewire.conformance.run;

import io.solewire.history.Event;
import io.solewire.history.Trace;
import io.solewire.result.Losses;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Until when a history can be held against a target. Who lost the target, or stopped looking, saw
 * things that did not come, and they prove nothing. Looks at events one by one, those of the run
 * itself included; not thread-safe.
 */
public final class Trust {

  /** The longest that a script waits for an answer, before it says that there is none. */
  private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(2_500);

  /** A server that is told to stop says goodbye first, to some while others still have answers. */
  private static final long FAREWELL = TimeUnit.SECONDS.toNanos(2);

  private final Losses losses = new Losses();
  private long last = Long.MIN_VALUE;
  private long interrupted = Long.MIN_VALUE;

  /**
   * Looks at the next event.
   *
   * @param event of any segment
   */
  public void accept(Event event) {
    losses.accept(event);
    last = Math.max(last, event.t());
    if (event.caseId().equals(ConformanceRun.INTERRUPTED)) {
      interrupted = Math.max(interrupted, event.t());
    }
  }

  /**
   * Finds the instant.
   *
   * @param whole false if the history ends where the run was killed
   * @return what was found bad later than this does not count
   */
  public long until(boolean whole) {
    long lastSign = losses.lostAt();
    long lost = lastSign == Trace.NEVER ? lastSign : lastSign - FAREWELL;
    long stopped = whole ? interrupted : last;
    return stopped == Long.MIN_VALUE ? lost : Math.min(lost, stopped - PATIENCE);
  }

  /** The same of events that are all at hand, in segments. */
  static long until(Collection<List<Event>> segments) {
    Trust trust = new Trust();
    segments.forEach(events -> events.forEach(trust::accept));
    return trust.until(true);
  }
}
