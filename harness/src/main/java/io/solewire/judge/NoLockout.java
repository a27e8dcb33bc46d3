package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** D6: after a duel the user is let in, and during it the server answers others. */
final class NoLockout implements Judge {

  @Override
  public String rule() {
    return "D6";
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Finding> findings = new ArrayList<>();
    long limit = profile.evicted().forceWithSlack().toNanos();
    for (Trace trace : user.as(Role.SUBJECT)) {
      if (trace.fault(Faults.AFTER_DUEL).isPresent() && trace.opened() != NEVER) {
        findings.add(admitted(profile, trace, user.end(), say));
      }
    }
    for (Trace canary : user.as(Role.CANARY)) {
      if (canary.fault(Faults.DUEL).isPresent() && canary.evicted() == NEVER) {
        findings.add(answers(canary, limit, user.end(), say));
      }
    }
    return findings;
  }

  private static Finding admitted(Profile profile, Trace trace, long end, Say say) {
    long limit = profile.evicted().forceWithSlack().toNanos();
    String expected = "after a duel " + trace.conn() + " is admitted within " + Say.millis(limit);
    long from = trace.opened();
    return new LetIn(expected, end)
        .failed(profile, trace, say)
        .orElseGet(
            () -> {
              String actual = "it was admitted after " + Say.millis(trace.admitted() - from);
              return say.pass(expected, actual, from, end);
            });
  }

  private static Finding answers(Trace canary, long limit, long end, Say say) {
    String expected = "in a duel a stranger's probes are answered within " + Say.millis(limit);
    long from = canary.fault(Faults.DUEL).orElseThrow().t();
    long watched = Math.min(end, canary.ending().ours());
    Optional<Slowest> probe = Slowest.of(canary, from, watched);
    long slowest = probe.map(Slowest::took).orElse(-1L);
    if (slowest < 0) {
      return say.unseen(expected, "it was not probed", from, end);
    }
    if (slowest <= limit && !canary.answers().answeredAfter(from)) {
      return say.unseen(expected, "it was not watched for so long", from, end);
    }
    String actual = "the slowest took " + Say.millis(slowest);
    return slowest > limit
        ? probe
            .get()
            .overdue(say.broken(expected, "the server is stuck: " + actual, from, end), limit)
        : say.pass(expected, actual, from, end);
  }
}
