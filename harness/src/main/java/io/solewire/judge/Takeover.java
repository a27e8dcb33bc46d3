package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Policy;
import io.solewire.profile.Profile;
import java.util.ArrayList;
import java.util.List;

/**
 * An incumbent and the newcomer that definitely came after it: its request was written after the
 * incumbent's admission was read. Concurrent connects make no takeover of this kind; either of them
 * may win.
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
    List<Takeover> takeovers = new ArrayList<>();
    if (profile.policy().kind() != Policy.Kind.NEWEST_WINS) {
      return takeovers;
    }
    List<Trace> subjects = user.as(Role.SUBJECT);
    for (Trace incumbent : subjects) {
      int later = 0;
      for (Trace newcomer : subjects) {
        boolean after = newcomer.isAfter(incumbent) && newcomer.admitted() != NEVER;
        if (!after || !thereWhenAsked(newcomer, incumbent)) {
          continue;
        }
        later++;
        if (later - leftBefore(newcomer, incumbent, subjects) >= profile.policy().max()) {
          takeovers.add(new Takeover(incumbent, newcomer));
          break;
        }
      }
    }
    return takeovers;
  }

  /** Neither we nor the server had ended the incumbent when the newcomer came. */
  private static boolean thereWhenAsked(Trace newcomer, Trace incumbent) {
    return Math.min(incumbent.ending().ours(), incumbent.evicted()) > newcomer.requested();
  }

  /** How many of those that came after the incumbent had made room again. */
  private static long leftBefore(Trace newcomer, Trace incumbent, List<Trace> subjects) {
    return subjects.stream()
        .filter(t -> t != newcomer && t.isAfter(incumbent) && t.admitted() != NEVER)
        .filter(t -> t.requested() < newcomer.requested() && !thereWhenAsked(newcomer, t))
        .count();
  }

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
