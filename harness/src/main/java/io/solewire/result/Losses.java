package io.solewire.result;

import io.solewire.history.Event;
import io.solewire.history.EventKind;
import io.solewire.history.Trace;
import java.util.EnumSet;
import java.util.Set;

/**
 * Tells when a target was lost. A server that dies resets every connection at once, which looks
 * like many broken rules and is none. Looks at events one by one; not thread-safe.
 */
public final class Losses {

  /** Ids of segments that belong to the run and to no case begin with this. */
  public static final String RUN = Event.OF_RUN;

  /** The segment of the look at the target after the last case. */
  public static final String AFTER = RUN + "after";

  private static final Set<EventKind> SIGNS_OF_LIFE =
      EnumSet.of(EventKind.UPGRADED, EventKind.ADMITTED, EventKind.PROBE_ANSWERED);

  private boolean lost;
  private long lastSign;

  /**
   * Looks at the next event.
   *
   * @param event of any segment
   */
  public void accept(Event event) {
    if (SIGNS_OF_LIFE.contains(event.kind())) {
      lastSign = Math.max(lastSign, event.t());
    }
    lost |=
        event.kind() == EventKind.CASE_END
            && event.caseId().equals(AFTER)
            && Conclusion.CANNOT_GO_ON.equals(event.detail().name());
  }

  /**
   * The last sign of life of a target that was gone after the last case.
   *
   * @return an instant of the run; {@link Trace#NEVER} if the target was not lost
   */
  public long lostAt() {
    return lost ? lastSign : Trace.NEVER;
  }
}
