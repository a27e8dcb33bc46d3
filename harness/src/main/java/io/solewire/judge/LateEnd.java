package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Profile;
import java.util.List;
import java.util.Optional;

/**
 * D4: the end of the incumbent, however late, never affects the newcomer: it stays, answers, gets
 * what is published to the user, and is itself evicted by the next newcomer.
 */
final class LateEnd implements Judge {

  @Override
  public String rule() {
    return "D4";
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Trace> subjects = user.as(Role.SUBJECT);
    Optional<Trace> ended =
        subjects.stream().filter(t -> t.fault(Faults.LATE_END).isPresent()).findFirst();
    if (ended.isEmpty() || subjects.size() < 2 || subjects.get(1).admitted() == NEVER) {
      return List.of();
    }
    Trace.Fault end = ended.get().fault(Faults.LATE_END).orElseThrow();
    Trace newcomer = subjects.get(1);
    if (ended.get().evicted() < Math.min(end.t(), newcomer.requested())) {
      String expected = newcomer.conn() + " stays when the incumbent ends";
      String why = ended.get().conn() + " was ended before " + newcomer.conn() + " came";
      return List.of(say.unseen(expected, why, ended.get().evicted(), user.end()));
    }
    Optional<Trace> next = subjects.size() > 2 ? Optional.of(subjects.get(2)) : Optional.empty();
    return List.of(judge(profile, user, end, newcomer, next, say));
  }

  private static Finding judge(
      Profile profile,
      UserTraces user,
      Trace.Fault end,
      Trace newcomer,
      Optional<Trace> next,
      Say say) {
    String how = " (late end of the incumbent: " + end.text() + ")";
    long until = next.map(Trace::requested).orElse(user.end());
    String stays = newcomer.conn() + " stays when the incumbent ends" + how;
    if (newcomer.evicted() < end.t()) {
      String why = newcomer.conn() + " was ended before the incumbent was";
      return say.unseen(stays, why, newcomer.evicted(), end.t());
    }
    Optional<String> excuse = Evictions.excuse(profile, newcomer);
    if (newcomer.evicted() < until && excuse.isPresent()) {
      return say.unseen(stays, newcomer.conn() + " " + excuse.get(), end.t(), until);
    }
    if (newcomer.evicted() < until) {
      String actual =
          newcomer.conn()
              + " was ended by "
              + newcomer.ending().by()
              + " "
              + Say.millis(newcomer.evicted() - end.t())
              + " after that end";
      return say.broken(stays, actual, end.t(), newcomer.evicted());
    }
    Optional<Finding> undelivered = Delivery.lost(user, newcomer, end.t(), until, how, say);
    if (undelivered.isPresent()) {
      return undelivered.get();
    }
    Optional<Unanswered> silent = Unanswered.after(newcomer, end.t(), until);
    if (silent.isPresent()) {
      String actual = newcomer.conn() + " does not answer a probe sent after that end";
      return silent.get().overdue(say.broken(stays, actual, end.t(), until));
    }
    if (profile.policy().max() > 1) {
      String why = "with " + profile.policy().max() + " connections the next evicts another one";
      return say.unseen(stays, why, end.t(), user.end());
    }
    return next.filter(t -> t.admitted() != NEVER)
        .map(third -> evictedByNext(profile, user, newcomer, third, end, say))
        .orElseGet(() -> say.unseen(stays, "no third connect came through", end.t(), user.end()));
  }

  private static Finding evictedByNext(
      Profile profile, UserTraces user, Trace newcomer, Trace third, Trace.Fault end, Say say) {
    Trace incumbent = user.as(Role.SUBJECT).get(0);
    Finding first = Gone.inTime(profile, user, new Takeover(incumbent, newcomer), say);
    boolean gone = incumbent.ending().ours() < incumbent.evicted();
    if (first.verdict() != Verdict.PASS && !gone) {
      String why = "the incumbent itself was not evicted in time, so its end shows nothing";
      return say.unseen(first.expected(), why, first.from(), first.to());
    }
    Finding next = Gone.inTime(profile, user, new Takeover(newcomer, third), say);
    if (newcomer.evicted() != NEVER) {
      // in time or not, which is rule A1's business: the server still knew it
      String expected = newcomer.conn() + " is not affected by the incumbent's end, " + end.text();
      String actual = newcomer.conn() + " stayed, answered and was evicted by " + third.conn();
      return say.pass(expected, actual, end.t(), next.to());
    }
    return new Finding(
        next.rule(),
        next.axis(),
        next.level(),
        next.verdict(),
        next.user(),
        next.expected() + ", also after the incumbent's end (" + end.text() + ")",
        next.actual() + "; the server no longer knew " + newcomer.conn(),
        end.t(),
        next.to(),
        next.missed());
  }
}
