package io.solewire.judge;

import io.solewire.history.Answers;
import io.solewire.history.Trace;
import java.util.Comparator;
import java.util.Optional;

/**
 * The probe of a connection that waited longest for its answer, as far as it was watched.
 *
 * @param sent when it was sent
 * @param until when it was answered, or until when it was watched
 */
record Slowest(long sent, long until) {

  /** Among those sent since an instant; empty if there is none. */
  static Optional<Slowest> of(Trace trace, long since, long watched) {
    return trace.answers().probes().stream()
        .filter(p -> p.sent() > since && p.sent() < watched)
        .map(p -> of(p, watched))
        .max(Comparator.comparingLong(Slowest::took));
  }

  static Slowest of(Answers.Probe probe, long watched) {
    return new Slowest(probe.sent(), Math.min(probe.answered(), watched));
  }

  long took() {
    return until - sent;
  }

  /** A finding that says that it took longer than a limit. */
  Finding overdue(Finding finding, long limit) {
    return finding.overdue(sent, sent + limit, until);
  }
}
