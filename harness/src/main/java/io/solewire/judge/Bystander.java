package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** E1: a takeover of one user never touches a connection of another. */
final class Bystander implements Judge {

  @Override
  public String rule() {
    return "E1";
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Finding> findings = new ArrayList<>();
    for (Trace canary : user.as(Role.CANARY)) {
      if (canary.admitted() != NEVER) {
        findings.add(judge(profile, user, canary, say));
      }
    }
    return findings;
  }

  /** Since when another user is taken over; since it came, if nothing tells. */
  private static long since(Trace canary) {
    return canary
        .fault(Faults.TAKEOVERS)
        .or(() -> canary.fault(Faults.DUEL))
        .map(Trace.Fault::t)
        .orElse(canary.admitted());
  }

  private static Finding judge(Profile profile, UserTraces user, Trace canary, Say say) {
    String expected = "the connection of " + user.user() + ", a stranger, stays and answers";
    long from = since(canary);
    if (canary.evicted() < from) {
      String why = "it was ended before anybody else was taken over";
      return say.unseen(expected, why, canary.admitted(), from);
    }
    if (canary.evicted() != NEVER) {
      Optional<String> excuse = Evictions.excuse(profile, canary);
      String actual =
          "it was ended by " + Evictions.how(canary) + " while another user was taken over";
      return excuse.isPresent()
          ? say.unseen(expected, "it " + excuse.get(), from, canary.evicted())
          : say.broken(expected, actual, from, canary.evicted());
    }
    Optional<Finding> lost = Delivery.lost(user, canary, from, user.end(), "", say);
    if (lost.isPresent()) {
      return lost.get();
    }
    long watched = Math.min(user.end(), canary.ending().ours());
    Optional<Slowest> probe = Slowest.of(canary, Long.MIN_VALUE, watched);
    long slowest = probe.map(Slowest::took).orElse(0L);
    long within = profile.evicted().within().toNanos();
    long limit = profile.evicted().forceWithSlack().toNanos();
    if (slowest > limit) {
      String actual = "a probe was not answered within " + Say.millis(limit);
      return probe.get().overdue(say.broken(expected, actual, from, user.end()), limit);
    }
    if (slowest > within) {
      String actual = "a probe was not answered within " + Say.millis(within);
      String took = actual + " but " + Say.millis(slowest) + " or more";
      return probe.get().overdue(say.late(expected, took, from, user.end()), within);
    }
    return canary.answers().probes().isEmpty()
        ? say.unseen(expected, "it was not probed", from, user.end())
        : say.pass(expected, "it stayed and answered", from, user.end());
  }
}
