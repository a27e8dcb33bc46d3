package io.solewire.judge;

import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** C4: what an evicted connection sends after its eviction has no effect, and buys it no time. */
final class NoEffect implements Judge {

  /** In so short a time nobody is served. */
  private static final long NO_TIME = 50_000_000L;

  @Override
  public String rule() {
    return "C4";
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Finding> findings = new ArrayList<>();
    for (Takeover takeover : Takeover.of(profile, user)) {
      Trace old = takeover.incumbent();
      old.fault(Faults.EFFECT)
          .filter(effect -> effect.t() > old.evicted())
          .ifPresent(effect -> findings.add(judge(profile, user, takeover, effect, say)));
    }
    return findings;
  }

  private static Finding judge(
      Profile profile, UserTraces user, Takeover takeover, Trace.Fault effect, Say say) {
    Trace old = takeover.incumbent();
    String expected =
        "what " + old.conn() + " sends after its eviction is seen by nobody, and it is released";
    Optional<Trace.Text> seen = seen(user, effect.text());
    if (seen.isPresent()) {
      String actual =
          "it was served: another user saw \""
              + seen.get().text()
              + "\", sent "
              + Say.millis(effect.t() - old.evicted())
              + " after the eviction";
      return say.broken(expected, actual, effect.t(), seen.get().t());
    }
    if (old.ending().released() < effect.t()) {
      return over(expected, old, effect, say);
    }
    boolean control =
        user.as(Role.SUBJECT).stream()
            .flatMap(t -> t.faults().stream())
            .anyMatch(
                f -> f.name().equals(Faults.EFFECT_CONTROL) && seen(user, f.text()).isPresent());
    if (!control) {
      String why =
          "what a live connection sends was not seen either; is the profile's effect right?";
      return say.unseen(expected, why, effect.t(), user.end());
    }
    long deadline = old.evicted() + profile.evicted().forceWithSlack().toNanos();
    long watched = Math.min(user.end(), old.ending().ours());
    long released = old.ending().released();
    if (Math.min(released, watched) > deadline) {
      String actual = "its TCP was still open after the limit, while it went on sending";
      return say.broken(expected, actual, effect.t(), user.end())
          .overdue(old.evicted(), deadline, Math.min(released, watched));
    }
    if (released > watched || user.end() < effect.t() + profile.quiet().toNanos()) {
      return say.unseen(expected, "it was not watched for so long", effect.t(), user.end());
    }
    return say.pass(expected, "nobody saw it", effect.t(), user.end());
  }

  /** Its TCP had ended before it could send anything. */
  private static Finding over(String expected, Trace old, Trace.Fault effect, Say say) {
    long released = old.ending().released();
    long open = released - old.evicted();
    String actual = "its TCP ended " + Say.millis(open) + " after the eviction";
    return open <= NO_TIME
        ? say.pass(expected, actual + ", with no time to send anything", released, effect.t())
        : say.unseen(expected, actual + ", before anything was sent", released, effect.t());
  }

  private static Optional<Trace.Text> seen(UserTraces user, String mark) {
    return user.as(Role.OBSERVER).stream()
        .flatMap(observer -> observer.texts().stream())
        .filter(text -> text.text().contains(mark))
        .findFirst();
  }
}
