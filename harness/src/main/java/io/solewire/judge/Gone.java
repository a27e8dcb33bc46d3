package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Profile;

/** The question that several rules share: was the incumbent of a takeover gone in time? */
final class Gone {

  private static final long REACTION = 250_000_000L;

  private Gone() {}

  static Finding inTime(Profile profile, UserTraces user, Takeover takeover, Say say) {
    Trace old = takeover.incumbent();
    Trace young = takeover.newcomer();
    long deadline = takeover.deadline(profile);
    String bound = Say.millis(deadline - young.admitted());
    String expected =
        old.conn() + " is evicted within " + bound + " of the admission of " + young.conn();
    long from = young.requested();
    long evicted = old.evicted();
    if (evicted != NEVER) {
      return evicted <= deadline || pausedUntil(old, evicted)
          ? say.pass(expected, signal(old, young), from, evicted)
          : say.broken(expected, signal(old, young), from, evicted).overdue(deadline, evicted);
    }
    if (old.answers().answeredAfter(deadline)) {
      String actual =
          old.conn() + " answers a probe sent more than " + bound + " after that: both are alive";
      return say.broken(expected, actual, from, user.end())
          .overdue(deadline, Math.min(user.end(), old.ending().ours()));
    }
    if (old.ending().ours() > deadline && user.end() > deadline) {
      String actual = "no signal on " + old.conn() + ": it was left open";
      return say.broken(expected, actual, from, user.end())
          .overdue(deadline, Math.min(user.end(), old.ending().ours()));
    }
    return say.unseen(expected, old.conn() + " was not watched until then", from, user.end());
  }

  /** What was read only because the script went on reading may have been sent long before. */
  private static boolean pausedUntil(Trace old, long evicted) {
    return old.faults().stream()
        .anyMatch(f -> f.name().equals(Faults.RESUME_READING) && evicted - f.t() < REACTION);
  }

  private static String signal(Trace old, Trace young) {
    return old.conn()
        + " was evicted by "
        + old.ending().by()
        + " "
        + Say.millis(old.evicted() - young.requested())
        + " after the request of "
        + young.conn();
  }
}
