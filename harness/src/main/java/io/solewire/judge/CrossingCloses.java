package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Ending;
import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Profile;
import java.util.ArrayList;
import java.util.List;

/**
 * C5: where the incumbent's own Close crosses its eviction, the connection ends as a proper close
 * does, and the newcomer stays.
 */
final class CrossingCloses implements NewestWinsJudge {

  @Override
  public String rule() {
    return "C5";
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Finding> findings = new ArrayList<>();
    List<Trace> subjects = user.as(Role.SUBJECT);
    for (Trace old : subjects) {
      if (old.ending().closes() > 1) {
        String expected = "the server sends " + old.conn() + " at most one Close frame";
        String actual = old.conn() + " read " + old.ending().closes() + " Close frames";
        findings.add(say.broken(expected, actual, old.ending().closeIn(), user.end()));
      }
      if (old.fault(Faults.OWN_CLOSE).isPresent() && old.ending().closeOut() != NEVER) {
        Sequence.of(user).after(old.admitted()).stream()
            .filter(t -> t.isAfter(old) && t.admitted() != NEVER)
            .findFirst()
            .ifPresent(young -> findings.add(judge(profile, user, old, young, say)));
      }
    }
    return findings;
  }

  private static Finding judge(Profile profile, UserTraces user, Trace old, Trace young, Say say) {
    String expected =
        old.conn() + ", which closes by itself when " + young.conn() + " comes, ends cleanly";
    long from = young.requested();
    Ending ending = old.ending();
    if (ending.hungUp() < old.fault(Faults.OWN_CLOSE).orElseThrow().t()) {
      String why = old.conn() + " had been ended before it closed by itself";
      return say.unseen(expected, why, ending.hungUp(), user.end());
    }
    Integer code = ending.closeIn() == NEVER ? null : ending.close().code();
    if (code != null && !CloseCodeLegal.legal(code)) {
      String actual = old.conn() + " was closed with " + code;
      return say.broken(expected, actual, from, user.end());
    }
    if (ending.dataAfterClose() > 0) {
      String actual = "a data frame on " + old.conn() + " came after the server's Close";
      return say.broken(expected, actual, from, user.end());
    }
    long own = ending.closeOut() == NEVER ? 0 : ending.closeOut();
    long bound = profile.evicted().forceWithSlack().toNanos();
    long deadline = Math.max(young.admitted(), own) + bound;
    if (ending.released() > deadline) {
      boolean watched = Math.min(ending.abandoned(), user.end()) > deadline;
      String actual =
          "TCP of " + old.conn() + " had not ended " + Say.millis(bound) + " after the two met";
      return watched
          ? say.broken(expected, actual, from, user.end())
              .overdue(deadline, Math.min(ending.released(), user.end()))
          : say.unseen(expected, old.conn() + " was not watched until then", from, user.end());
    }
    return newcomer(profile, user, young, Math.max(ending.released(), young.admitted()), say);
  }

  private static Finding newcomer(
      Profile profile, UserTraces user, Trace young, long since, Say say) {
    String expected = young.conn() + " stays when the incumbent closes by itself";
    return new LeftAlone("the two Closes crossed", young.requested(), since)
        .judge(profile, user, young, expected, say);
  }
}
