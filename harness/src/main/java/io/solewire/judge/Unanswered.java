package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Trace;

/** The question whether a probe had time to be answered, and was not. */
final class Unanswered {

  /** Scripts wait 2.5 s for an answer; a probe may be written a little after they began to wait. */
  private static final long PATIENCE = 2_400_000_000L;

  private Unanswered() {}

  /** True if a probe sent after an instant had time to be answered until another, and was not. */
  static boolean after(Trace trace, long t, long until) {
    long watched = Math.min(until, trace.ending().ours());
    return !trace.answers().answeredAfter(t)
        && trace.answers().probes().stream()
            .anyMatch(p -> p.sent() > t && p.answered() == NEVER && watched - p.sent() >= PATIENCE);
  }
}
