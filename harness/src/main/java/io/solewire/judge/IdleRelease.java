package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Closes;
import io.solewire.profile.Profile;
import java.util.List;
import java.util.Optional;

/** G4: a user's only connection that falls silent is given up in the declared idle time. */
final class IdleRelease implements Judge {

  private static final long LEAST_SLACK = 250_000_000L;

  @Override
  public String rule() {
    return "G4";
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Trace> subjects = user.as(Role.SUBJECT);
    Optional<Closes.Idle> idle = profile.closes().idle();
    if (idle.isEmpty() || subjects.size() != 1) {
      return List.of();
    }
    Trace only = subjects.get(0);
    return only.fault(Faults.SILENCE)
        .map(silence -> List.of(judge(idle.get(), only, silence.t(), user.end(), say)))
        .orElse(List.of());
  }

  private static Finding judge(Closes.Idle idle, Trace only, long silent, long end, Say say) {
    long after = idle.after().toNanos();
    long limit = silent + after + Math.max(after / 10, LEAST_SLACK);
    String expected =
        "the server gives "
            + only.conn()
            + " up within "
            + Say.millis(limit - silent)
            + " of silence";
    if (only.evicted() < silent) {
      return say.unseen(expected, "it was ended before it fell silent", only.evicted(), silent);
    }
    if (only.evicted() <= limit) {
      String actual =
          "ended by " + only.ending().by() + " after " + Say.millis(only.evicted() - silent);
      return say.pass(expected, actual, silent, only.evicted());
    }
    long watched = Math.min(end, only.ending().ours());
    return watched > limit || only.evicted() != NEVER
        ? say.broken(expected, "it was still there after the limit", silent, watched)
            .overdue(limit, Math.min(only.evicted(), watched))
        : say.unseen(expected, "it was not watched for so long", silent, watched);
  }
}
