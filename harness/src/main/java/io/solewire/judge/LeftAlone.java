package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Profile;
import java.util.Optional;

/**
 * The question that several rules share: does something leave a connection alone? It stays, gets
 * what is published to its user, and answers a probe.
 *
 * @param what what was done, such as {@code that death}
 * @param from when it was done
 * @param settled when it was over: a probe sent after this is the proof
 */
record LeftAlone(String what, long from, long settled) {

  LeftAlone(String what, long from) {
    this(what, from, from);
  }

  Finding judge(Profile profile, UserTraces user, Trace trace, String expected, Say say) {
    long ended = trace.evicted();
    if (ended < from) {
      String why = trace.conn() + " was ended before " + what;
      return say.unseen(expected, why, ended, from);
    }
    if (ended != NEVER) {
      Optional<String> excuse = Evictions.excuse(profile, trace);
      String by = trace.conn() + " was ended by " + Evictions.how(trace);
      String actual = by + " " + Say.millis(ended - from) + " after " + what;
      return excuse.isPresent()
          ? say.unseen(expected, trace.conn() + " " + excuse.get(), from, ended)
          : say.broken(expected, actual, from, ended);
    }
    Optional<Finding> lost = Delivery.lost(user, trace, settled, user.end(), ", " + what, say);
    if (lost.isPresent()) {
      return lost.get();
    }
    if (trace.answers().answeredAfter(settled)) {
      return say.pass(expected, trace.conn() + " answers", from, user.end());
    }
    String silent = trace.conn() + " does not answer a probe";
    String why = trace.conn() + " was not probed after it";
    return Unanswered.after(trace, settled, user.end())
        .map(probe -> probe.overdue(say.broken(expected, silent, from, user.end())))
        .orElseGet(() -> say.unseen(expected, why, from, user.end()));
  }
}
