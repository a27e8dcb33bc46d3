package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Bisection;
import io.solewire.history.Detail;
import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Profile;
import java.util.ArrayList;
import java.util.List;

/** A3: a newcomer is never refused because an older connection exists. */
final class Welcome implements NewestWinsJudge {

  @Override
  public String rule() {
    return "A3";
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Finding> findings = new ArrayList<>();
    List<Trace> subjects = user.as(Role.SUBJECT);
    Elders elders = new Elders(subjects);
    for (Trace newcomer : subjects) {
      elders
          .of(newcomer)
          .filter(old -> newcomer.admitted() != NEVER || !raced(newcomer, user))
          .ifPresent(old -> findings.add(judge(profile, newcomer, old, user, say)));
    }
    return findings;
  }

  /** True if a concurrent connect may have superseded it before it was admitted. */
  private static boolean raced(Trace newcomer, UserTraces user) {
    long told = Math.min(newcomer.refused(), newcomer.ending().evicted());
    return Sequence.of(user).met(newcomer, told);
  }

  private static Finding judge(
      Profile profile, Trace newcomer, Trace old, UserTraces user, Say say) {
    String expected = newcomer.conn() + " is admitted although " + old.conn() + " exists";
    long from = newcomer.requested();
    if (newcomer.admitted() != NEVER) {
      return say.pass(expected, newcomer.conn() + " was admitted", from, newcomer.admitted());
    }
    if (newcomer.ending().by().equals("close") && !Evictions.caused(user, newcomer)) {
      Integer code = newcomer.ending().close().code();
      String with = code == null ? "without a code" : "with " + code;
      String actual = newcomer.conn() + " was closed " + with + " instead";
      return newcomer.refused() == NEVER
          ? say.broken(expected, actual, from, newcomer.evicted())
          : refused(profile, newcomer, user, expected, say);
    }
    if (newcomer.evicted() != NEVER && newcomer.ending().released() == newcomer.evicted()) {
      String how = newcomer.ending().reset() ? "RST" : "FIN";
      String actual = "TCP of " + newcomer.conn() + " was ended by " + how + " instead";
      return say.broken(expected, actual, from, newcomer.evicted());
    }
    if (newcomer.refused() == NEVER) {
      String why = newcomer.conn() + " was neither admitted nor refused";
      return say.unseen(expected, why, from, user.end());
    }
    return refused(profile, newcomer, user, expected, say);
  }

  private static Finding refused(
      Profile profile, Trace newcomer, UserTraces user, String expected, Say say) {
    long from = newcomer.requested();
    Detail refusal = newcomer.refusal();
    Integer number = refusal.status() == null ? refusal.code() : refusal.status();
    boolean noHttp = refusal.status() != null && refusal.status() < 0;
    String by = refusal.status() != null ? "HTTP " : refusal.code() != null ? "Close " : "";
    String how =
        (noHttp ? "something that is no HTTP response, " : by.isEmpty() ? "a message " : by)
            + (number == null || noHttp ? "" : number + " ")
            + (refusal.text() == null ? "" : "\"" + refusal.text() + "\"");
    String actual = newcomer.conn() + " was refused by " + how.strip();
    if (BackPressure.is(number)) {
      return say.unseen(expected, actual + ", which is back-pressure", from, newcomer.refused());
    }
    return damped(profile, user, newcomer)
        ? say.unseen(expected, actual + ", maybe by the damper", from, newcomer.refused())
        : say.broken(expected, actual, from, newcomer.refused());
  }

  /**
   * True if a declared damper may have set in: the server decided at some instant from the request
   * to the refusal, and counted from the damper's window before that.
   */
  private static boolean damped(Profile profile, UserTraces user, Trace newcomer) {
    return profile
        .policy()
        .damper()
        .filter(
            damper -> {
              long since = newcomer.requested() - damper.in().toNanos();
              long[] asked = user.derived(Welcome.class, Welcome::instants);
              int came = before(asked, newcomer.refused() + 1) - before(asked, since);
              return came > damper.after();
            })
        .isPresent();
  }

  /** When connections asked, in order: in a race nobody knows which of them took over. */
  private static long[] instants(UserTraces user) {
    return user.as(Role.SUBJECT).stream().mapToLong(Trace::requested).sorted().toArray();
  }

  /** How many of the instants are before this one. */
  private static int before(long[] instants, long t) {
    return Bisection.first(instants.length, i -> instants[i] >= t);
  }
}
