package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Identity;
import io.solewire.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Connections that are not of one user and must not evict one another. H3: the id is empty or left
 * out. H4: the id only looks like the same number. E2: the same id in two tenants. H1: two
 * spellings that the profile says are two users. Each has a user of its own in the history; its
 * mark says who comes next.
 */
final class Apart implements Judge {

  private final String rule;
  private final String mark;

  private Apart(String rule, String mark) {
    this.rule = rule;
    this.mark = mark;
  }

  static Apart nameless() {
    return new Apart("H3", Faults.NAMELESS);
  }

  static Apart numeric() {
    return new Apart("H4", Faults.LOOK_ALIKE);
  }

  static Apart tenants() {
    return new Apart("E2", Faults.OTHER_TENANT);
  }

  static Apart spelled() {
    return new Apart("H1", Faults.SPELLED);
  }

  @Override
  public String rule() {
    return rule;
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Finding> findings = new ArrayList<>();
    for (Trace trace : user.as(Role.SUBJECT)) {
      trace.fault(mark).ifPresent(other -> findings.add(judge(profile, user, trace, other, say)));
    }
    return findings;
  }

  private Finding judge(Profile profile, UserTraces user, Trace trace, Trace.Fault other, Say say) {
    String who = trace.note().isEmpty() ? trace.user() : trace.note();
    String expected = who + " is refused, or is not evicted by " + other.text();
    long from = Math.min(trace.opened(), other.t());
    if (trace.refused() != NEVER || trace.evicted() < other.t()) {
      String actual = "it was turned away before anybody else came";
      boolean proof = mark.equals(Faults.NAMELESS) || mark.equals(Faults.LOOK_ALIKE);
      return proof
          ? say.pass(expected, actual, from, user.end())
          : say.unseen(expected, actual + ", which proves nothing", from, user.end());
    }
    if (trace.admitted() == NEVER) {
      return say.unseen(expected, "it was neither admitted nor refused", from, user.end());
    }
    if (mark.equals(Faults.LOOK_ALIKE)
        && profile.capabilities().identity().same(Identity.Aspect.NUMERIC).orElse(false)) {
      String why = "the profile says that such ids are one user (identity.numeric)";
      return say.pass(expected, why, from, user.end());
    }
    if (trace.evicted() != NEVER) {
      return ended(profile, trace, other, expected, say);
    }
    long limit = other.t() + profile.evicted().forceWithSlack().toNanos();
    Optional<Finding> lost = Delivery.lost(user, trace, other.t(), user.end(), "", say);
    if (lost.isPresent()) {
      return lost.get();
    }
    if (trace.answers().answeredAfter(limit)) {
      return say.pass(expected, "it answers after the limit", from, user.end());
    }
    Finding silent = say.broken(expected, "it does not answer a probe", from, user.end());
    return Unanswered.after(trace, limit, user.end())
        .map(probe -> probe.overdue(silent))
        .orElseGet(
            () -> say.unseen(expected, "it was not probed after the limit", from, user.end()));
  }

  /** A code that is none of the promised ones may end it for a reason of its own. */
  private static Finding ended(
      Profile profile, Trace trace, Trace.Fault other, String expected, Say say) {
    Integer code = Evictions.close(trace).code();
    Optional<String> excuse = Evictions.excuse(profile, trace);
    boolean strange =
        code != null
            && profile.evicted().codesDeclared()
            && !profile.evicted().codes().contains(code);
    String by = "it was ended by " + Evictions.how(trace);
    String why = excuse.map(e -> "it " + e).orElse(by + ", which is no eviction by the profile");
    return strange || excuse.isPresent()
        ? say.unseen(expected, why, other.t(), trace.evicted())
        : say.broken(expected, by + " when " + other.text() + " came", other.t(), trace.evicted());
  }
}
