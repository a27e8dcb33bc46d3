package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Profile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** L2: while two clients duel, other users are served as before. */
final class DuelBystander implements NewestWinsJudge {

  @Override
  public String rule() {
    return "L2";
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Finding> findings = new ArrayList<>();
    for (Trace canary : user.as(Role.CANARY)) {
      if (canary.fault(Faults.DUEL).isPresent()) {
        findings.add(judge(profile, user, canary, say));
      }
    }
    return findings;
  }

  private static Finding judge(Profile profile, UserTraces user, Trace canary, Say say) {
    long from = canary.fault(Faults.DUEL).orElseThrow().t();
    long within = profile.evicted().within().toNanos();
    String expected =
        "99 of 100 probes of a stranger are answered within " + Say.millis(within) + " in a duel";
    if (canary.evicted() != NEVER && canary.evicted() > from) {
      Optional<String> excuse = Evictions.excuse(profile, canary);
      String actual = "the stranger was ended by " + canary.ending().by() + " during a duel";
      return excuse.isPresent()
          ? say.unseen(expected, "it " + excuse.get(), from, canary.evicted())
          : say.broken(expected, actual, from, canary.evicted());
    }
    long watched = Math.min(user.end(), canary.ending().ours());
    List<Slowest> waits = waits(canary, from, watched);
    if (waits.isEmpty()) {
      return say.unseen(expected, "it was not probed", from, user.end());
    }
    Slowest probe = waits.get((waits.size() * 99 - 1) / 100);
    long p99 = probe.took();
    String actual = Say.millis(p99) + " at p99 of " + waits.size() + " probes";
    return p99 <= within
        ? say.pass(expected, actual, from, user.end())
        : probe.overdue(say.broken(expected, actual, from, user.end()), within);
  }

  /** Each probe since an instant, as far as it was watched; who waited longest comes last. */
  private static List<Slowest> waits(Trace canary, long since, long watched) {
    return canary.answers().probes().stream()
        .filter(p -> p.sent() > since && p.sent() < watched)
        .map(p -> Slowest.of(p, watched))
        .sorted(Comparator.comparingLong(Slowest::took))
        .toList();
  }
}
