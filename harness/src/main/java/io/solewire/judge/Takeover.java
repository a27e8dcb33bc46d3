package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Policy;
import io.solewire.profile.Profile;
import java.util.List;

/**
 * An incumbent and the newcomer that definitely came after it: its request was written after the
 * incumbent's admission was read. Concurrent connects make no takeover of this kind; either of them
 * may win. Where several are allowed, it is the first newcomer at whose admission so many that
 * definitely came after the incumbent were there together: those that had left make room.
 *
 * @param incumbent the older connection
 * @param newcomer the admitted connection that makes it one too many
 */
public record Takeover(Trace incumbent, Trace newcomer) {

  /**
   * All definite takeovers of a user.
   *
   * @param profile what the server promises
   * @param user what the user did and saw
   * @return in the order of the incumbents
   */
  public static List<Takeover> of(Profile profile, UserTraces user) {
    if (profile.policy().kind() != Policy.Kind.NEWEST_WINS) {
      return List.of();
    }
    int max = profile.policy().max();
    return user.derived(new AllWith(max), traces -> Sweep.takeovers(max, traces));
  }

  /** The key of what is found once for all judges. */
  private record AllWith(int max) {}

  /** The incumbent's client read and answered when the newcomer came. */
  public boolean responsive() {
    return incumbent.faults().stream()
        .noneMatch(f -> f.t() < newcomer.admitted() && Faults.UNRESPONSIVE.contains(f.name()));
  }

  /** True if the incumbent is written {@code c1} and the newcomer is of another spelling. */
  boolean spelledDifferently() {
    return !incumbent.note().equals(newcomer.note());
  }

  /** From here on an incumbent that is still there is a failure. */
  long deadline(Profile profile) {
    return newcomer.admitted() + profile.evicted().forceWithSlack().toNanos();
  }

  /** The headline: evicted(incumbent) - request(newcomer); {@code NEVER} if not evicted. */
  public long latency() {
    long evicted = incumbent.evicted();
    return evicted == NEVER ? NEVER : evicted - newcomer.requested();
  }
}
