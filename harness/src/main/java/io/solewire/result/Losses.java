package io.solewire.result;

import io.solewire.history.Event;
import io.solewire.history.EventKind;
import io.solewire.history.Trace;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Tells when a target was lost. A server that dies resets every connection at once, which looks
 * like many broken rules and is none. Stateless.
 */
public final class Losses {

  /** Ids of segments that belong to the run and to no case begin with this. */
  public static final String RUN = "~";

  /** The segment of the look at the target after the last case. */
  public static final String AFTER = RUN + "after";

  private static final Set<EventKind> SIGNS_OF_LIFE =
      EnumSet.of(EventKind.UPGRADED, EventKind.ADMITTED, EventKind.PROBE_ANSWERED);

  private Losses() {}

  /**
   * The last sign of life of a target that was gone after the last case.
   *
   * @param segments the events of each segment
   * @return an instant of the run; {@link Trace#NEVER} if the target was not lost
   */
  public static long lostAt(Collection<List<Event>> segments) {
    boolean lost =
        segments.stream()
            .flatMap(List::stream)
            .filter(e -> e.caseId().equals(AFTER) && e.kind() == EventKind.CASE_END)
            .anyMatch(e -> Conclusion.CANNOT_GO_ON.equals(e.detail().name()));
    if (!lost) {
      return Trace.NEVER;
    }
    return segments.stream()
        .flatMap(List::stream)
        .filter(e -> SIGNS_OF_LIFE.contains(e.kind()))
        .mapToLong(Event::t)
        .max()
        .orElse(0);
  }
}
