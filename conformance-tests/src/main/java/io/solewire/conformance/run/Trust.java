package io.solewire.conformance.run;

import io.solewire.history.Event;
import io.solewire.history.Trace;
import io.solewire.result.Losses;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * Until when a history can be held against a target. Who lost the target, or stopped looking, saw
 * things that did not come, and they prove nothing. Stateless.
 */
public final class Trust {

  /** The longest that a script waits for an answer, before it says that there is none. */
  private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(2_500);

  /** A server that is told to stop says goodbye first, to some while others still have answers. */
  private static final long FAREWELL = TimeUnit.SECONDS.toNanos(2);

  private Trust() {}

  /**
   * Finds the instant.
   *
   * @param segments the events of each segment
   * @param whole false if the history ends where the run was killed
   * @return what was found bad later than this does not count
   */
  public static long until(Collection<List<Event>> segments, boolean whole) {
    long lastSign = Losses.lostAt(segments);
    long lost = lastSign == Trace.NEVER ? lastSign : lastSign - FAREWELL;
    OptionalLong interrupted =
        segments.stream()
            .flatMap(List::stream)
            .filter(e -> !whole || e.caseId().equals(ConformanceRun.INTERRUPTED))
            .mapToLong(Event::t)
            .max();
    return interrupted.isPresent() ? Math.min(lost, interrupted.getAsLong() - PATIENCE) : lost;
  }
}
