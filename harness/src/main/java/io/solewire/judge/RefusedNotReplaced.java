package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Detail;
import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Evicted;
import io.solewire.profile.Policy;
import io.solewire.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** B7: who is refused is not told that it was replaced. */
final class RefusedNotReplaced implements Judge {

  @Override
  public String rule() {
    return "B7";
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Finding> findings = new ArrayList<>();
    for (Trace trace : user.traces()) {
      boolean wrong = trace.role() == Role.INTRUDER && trace.fault(Faults.WRONG_LOGIN).isPresent();
      if (wrong || trace.role() == Role.SUBJECT && isOneTooMany(profile, user, trace)) {
        findings.add(judge(profile, user, trace, say));
      }
    }
    return findings;
  }

  private static boolean isOneTooMany(Profile profile, UserTraces user, Trace trace) {
    boolean refuses = profile.policy().kind() == Policy.Kind.REFUSE_NEWCOMER;
    boolean policy = refuses || profile.policy().damper().isPresent();
    return policy
        && (trace.refused() != NEVER || refuses && isTurnedAway(profile, trace))
        && Sequence.of(user).hasBefore(trace);
  }

  /** Where nobody is evicted, a newcomer that is ended at once is refused, whatever it is told. */
  private static boolean isTurnedAway(Profile profile, Trace trace) {
    return trace.evicted() != NEVER
        && !trace.answers().answeredAfter(trace.requested())
        && Evictions.excuse(profile, trace).isEmpty();
  }

  private static Finding judge(Profile profile, UserTraces user, Trace trace, Say say) {
    String expected = trace.conn() + ", which is refused, is not told that it was replaced";
    long end = user.end();
    long from = Math.min(trace.opened(), end);
    if (Evictions.followed(user, trace)) {
      return say.unseen(expected, "it was admitted, and another one came after it", from, end);
    }
    Detail close = Evictions.close(trace);
    Optional<String> eviction = eviction(profile.evicted(), close, trace);
    if (eviction.isPresent()) {
      return say.broken(expected, "it was told \"" + eviction.get() + "\"", from, end);
    }
    Integer status = trace.refusal().status();
    boolean refused = trace.refused() != NEVER || trace.ending().evicted() != NEVER;
    if (!refused) {
      return say.unseen(expected, "it was not refused", from, end);
    }
    boolean named = profile.evicted().codesDeclared() || profile.evicted().reason().isPresent();
    if (close.code() != null && !named) {
      String why = "the profile names neither evicted.codes nor evicted.reason";
      return say.unseen(expected, why, from, end);
    }
    String other = status == null ? "a message, or the end of TCP" : "status " + status;
    String how = close.code() != null ? "Close " + close.code() : other;
    return say.pass(expected, "it was refused by " + how, from, end);
  }

  private static Optional<String> eviction(Evicted evicted, Detail close, Trace trace) {
    if (trace.ending().message() != NEVER) {
      return Optional.of("the message of an eviction");
    }
    return Evictions.named(evicted, close)
        ? Optional.of((close.code() + " " + close.text()).strip())
        : Optional.empty();
  }
}
