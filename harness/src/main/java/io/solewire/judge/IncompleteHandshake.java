package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Conversation;
import io.solewire.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A5: a handshake that does not complete evicts nobody. */
final class IncompleteHandshake implements Judge {

  @Override
  public String rule() {
    return "A5";
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Finding> findings = new ArrayList<>();
    List<Trace> attempts = user.as(Role.INCOMPLETE);
    TreeMap<Long, Trace> latest = new TreeMap<>(); // those that opened later than all before them
    for (Trace attempt : attempts) {
      if (attempt.opened() != NEVER && (latest.isEmpty() || attempt.opened() > latest.lastKey())) {
        latest.put(attempt.opened(), attempt);
      }
    }
    for (Trace incumbent : user.as(Role.SUBJECT)) {
      Map.Entry<Long, Trace> first = latest.higherEntry(incumbent.admitted());
      if (first != null) {
        findings.add(judge(profile, user, incumbent, first.getValue(), say));
      }
    }
    return findings;
  }

  private static Finding judge(
      Profile profile, UserTraces user, Trace incumbent, Trace attempt, Say say) {
    String what = "a handshake that never completes (" + attempt.note() + ")";
    String expected = incumbent.conn() + " survives " + what;
    long from = attempt.opened();
    long evicted = incumbent.evicted();
    boolean decided =
        profile.conversation().decides() == Conversation.UPGRADE || attempt.requested() != NEVER;
    boolean connected = attempt.upgraded() != NEVER && decided;
    if (connected && attempt.fault(Faults.UNDECIDED).isEmpty()) {
      String why = "the server completed the handshake all the same";
      return say.unseen(expected, why, from, attempt.upgraded());
    }
    if (evicted != NEVER && evicted > from) {
      return ended(profile, user, incumbent, attempt, say);
    }
    long quiet = from + profile.quiet().toNanos();
    if (incumbent.answers().answeredAfter(quiet)) {
      return say.pass(expected, incumbent.conn() + " answers a probe", from, user.end());
    }
    Optional<Unanswered> silent = Unanswered.after(incumbent, quiet, user.end());
    if (silent.isPresent()) {
      String actual = incumbent.conn() + " no longer answers after " + what;
      return silent.get().overdue(say.broken(expected, actual, from, user.end()));
    }
    String why = incumbent.conn() + " was not probed after the quiet time";
    return say.unseen(expected, why, from, user.end());
  }

  private static Finding ended(
      Profile profile, UserTraces user, Trace incumbent, Trace attempt, Say say) {
    String what = "a handshake that never completes (" + attempt.note() + ")";
    String expected = incumbent.conn() + " survives " + what;
    long from = attempt.opened();
    long evicted = incumbent.evicted();
    if (Evictions.caused(user, incumbent)) {
      String why = "another one of the user came before " + incumbent.conn() + " was ended";
      return say.unseen(expected, why, from, evicted);
    }
    Optional<String> excuse = Evictions.excuse(profile, incumbent);
    if (excuse.isPresent()) {
      return say.unseen(expected, incumbent.conn() + " " + excuse.get(), from, evicted);
    }
    String actual =
        incumbent.conn()
            + " was evicted by "
            + Evictions.how(incumbent)
            + " "
            + Say.millis(evicted - from)
            + " after "
            + what
            + " began";
    return say.broken(expected, actual, from, evicted);
  }
}
