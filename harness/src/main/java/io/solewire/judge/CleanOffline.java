package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Closes;
import io.solewire.profile.Profile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** D5: when the newcomer leaves after a takeover, the user is offline, and nobody comes back. */
final class CleanOffline implements Judge {

  @Override
  public String rule() {
    return "D5";
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Finding> findings = new ArrayList<>();
    for (Takeover takeover : Takeover.of(profile, user)) {
      takeover
          .newcomer()
          .fault(Faults.LEAVES)
          .filter(leaves -> profile.capabilities().presence().isPresent())
          .ifPresent(
              leaves -> {
                long left = Math.min(leaves.t(), takeover.newcomer().ending().closeOut());
                findings.add(judge(profile, user, takeover, left, say));
              });
    }
    return findings;
  }

  private static Finding judge(
      Profile profile, UserTraces user, Takeover takeover, long left, Say say) {
    Trace old = takeover.incumbent();
    Duration force = profile.evicted().forceWithSlack();
    Duration idle = profile.closes().idle().map(Closes.Idle::after).orElse(Duration.ZERO);
    long limit = left + (force.compareTo(idle) > 0 ? force : idle).toNanos();
    String expected =
        "the user is shown offline when " + takeover.newcomer().conn() + " leaves, for good";
    List<Shown> shown = Shown.of(profile, user);
    if (takeover.newcomer().evicted() < left) {
      return say.unseen(expected, "it was ended before it could leave", left, user.end());
    }
    if (old.evicted() > left) {
      String why = old.conn() + " had not been evicted by then, so nobody need be offline";
      return say.unseen(expected, why, left, user.end());
    }
    if (user.as(Role.OBSERVER).isEmpty() || shown.stream().noneMatch(s -> s.t() < left)) {
      String why = "no observer was shown that the user came; is the profile's presence right?";
      return say.unseen(expected, why, left, user.end());
    }
    Optional<Trace.Text> sent =
        old.texts().stream()
            .filter(t -> t.t() > left)
            .filter(t -> user.published().stream().anyMatch(p -> t.text().contains(p.id())))
            .findFirst();
    if (sent.isPresent() || old.answers().answeredAfter(left)) {
      String actual = old.conn() + ", which was evicted, is served again";
      return say.broken(expected, actual, left, user.end());
    }
    List<Shown> since = shown.stream().filter(s -> s.t() > left).toList();
    String told = "observers were shown " + Shown.list(since, left) + " after that";
    long offline = offlineForGood(since);
    if (offline <= limit) {
      return say.pass(expected, told, left, user.end());
    }
    return user.end() > limit
        ? say.broken(expected, told, left, user.end()).overdue(limit, Math.min(offline, user.end()))
        : say.unseen(expected, "nobody watched until the limit", left, user.end());
  }

  /** When the last offline that no online followed was first shown. */
  private static long offlineForGood(List<Shown> shown) {
    long offline = NEVER;
    for (Shown each : shown) {
      offline = each.online() ? NEVER : Math.min(offline, each.t());
    }
    return offline;
  }
}
