package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Trace;
import java.util.Optional;

/**
 * A probe that had time to be answered, and was not. Immutable.
 *
 * @param sent when it was sent
 * @param watched until when an answer would have been seen
 */
record Unanswered(long sent, long watched) {

  /** Scripts wait 2.5 s for an answer; a probe may be written a little after they began to wait. */
  private static final long PATIENCE = 2_400_000_000L;

  /** The first one that was sent after an instant, if none of those was answered until another. */
  static Optional<Unanswered> after(Trace trace, long t, long until) {
    long watched = Math.min(until, trace.ending().ours());
    if (trace.answers().answeredAfter(t)) {
      return Optional.empty();
    }
    return trace.answers().probes().stream()
        .filter(p -> p.sent() > t && p.answered() == NEVER && watched - p.sent() >= PATIENCE)
        .findFirst()
        .map(p -> new Unanswered(p.sent(), watched));
  }

  /** A finding that says so. */
  Finding overdue(Finding finding) {
    return finding.overdue(sent, sent + PATIENCE, watched);
  }
}
