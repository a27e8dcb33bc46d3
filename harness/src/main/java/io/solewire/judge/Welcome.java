package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Detail;
import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Policy;
import io.solewire.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A3: a newcomer is never refused because an older connection exists. */
final class Welcome implements Judge {

  /** Back-pressure speaks of load, not of an older connection (RFC 6585, RFC 9110, IANA). */
  private static final Set<Integer> BACK_PRESSURE = Set.of(429, 503, 1013);

  @Override
  public String rule() {
    return "A3";
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Finding> findings = new ArrayList<>();
    if (profile.policy().kind() != Policy.Kind.NEWEST_WINS) {
      return findings;
    }
    List<Trace> subjects = user.as(Role.SUBJECT);
    for (Trace newcomer : subjects) {
      Optional<Trace> older =
          subjects.stream()
              .filter(t -> newcomer.isAfter(t) && t.ending().ours() > newcomer.requested())
              .findFirst();
      older.ifPresent(old -> findings.add(judge(newcomer, old, user, say)));
    }
    return findings;
  }

  private static Finding judge(Trace newcomer, Trace old, UserTraces user, Say say) {
    String expected = newcomer.conn() + " is admitted although " + old.conn() + " exists";
    long from = newcomer.requested();
    if (newcomer.admitted() != NEVER) {
      return say.pass(expected, newcomer.conn() + " was admitted", from, newcomer.admitted());
    }
    if (newcomer.refused() == NEVER) {
      String why = newcomer.conn() + " was neither admitted nor refused";
      return say.unseen(expected, why, from, user.end());
    }
    Detail refusal = newcomer.refusal();
    Integer number = refusal.status() == null ? refusal.code() : refusal.status();
    String how =
        (refusal.status() != null ? "HTTP " : refusal.code() != null ? "Close " : "a message ")
            + (number == null ? "" : number + " ")
            + (refusal.text() == null ? "" : "\"" + refusal.text() + "\"");
    String actual = newcomer.conn() + " was refused by " + how.strip();
    return number != null && BACK_PRESSURE.contains(number)
        ? say.unseen(expected, actual + ", which is back-pressure", from, newcomer.refused())
        : say.broken(expected, actual, from, newcomer.refused());
  }
}
