package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Policy;
import io.solewire.profile.Profile;
import java.util.List;

/** A2: of connects that follow one another, each stays until the next, and the last one lives. */
final class NewestWins implements Judge {

  @Override
  public String rule() {
    return "A2";
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Trace> subjects = user.as(Role.SUBJECT);
    if (profile.policy().kind() != Policy.Kind.NEWEST_WINS || !oneAfterTheOther(subjects)) {
      return List.of();
    }
    for (int i = 0; i < subjects.size(); i++) {
      Trace subject = subjects.get(i);
      long next = i + 1 < subjects.size() ? subjects.get(i + 1).requested() : NEVER;
      if (subject.evicted() < next && !idle(profile, subject)) {
        return List.of(unprovoked(subject, say));
      }
    }
    Trace last = subjects.get(subjects.size() - 1);
    Trace before = subjects.get(subjects.size() - 2);
    String expected = last.conn() + ", the newest, stays and answers";
    long from = before.admitted();
    long evicted = before.evicted() == NEVER ? 0 : before.evicted();
    long settled = Math.max(last.admitted(), evicted);
    if (last.answers().answeredAfter(settled)) {
      return List.of(say.pass(expected, last.conn() + " answers", from, user.end()));
    }
    if (last.answers().probedAfter(settled)) {
      String actual = last.conn() + " does not answer a probe";
      return List.of(say.broken(expected, actual, from, user.end()));
    }
    return List.of(say.unseen(expected, last.conn() + " was not probed", from, user.end()));
  }

  private static boolean oneAfterTheOther(List<Trace> subjects) {
    for (int i = 1; i < subjects.size(); i++) {
      if (!subjects.get(i).isAfter(subjects.get(i - 1)) || subjects.get(i).admitted() == NEVER) {
        return false;
      }
    }
    return subjects.size() > 1;
  }

  private static Finding unprovoked(Trace subject, Say say) {
    String expected = subject.conn() + ", the newest, stays until another one comes";
    String actual =
        subject.conn()
            + " was ended by "
            + subject.ending().by()
            + code(subject)
            + " "
            + Say.millis(subject.evicted() - subject.admitted())
            + " after its admission, though nobody came after it";
    return say.broken(expected, actual, subject.requested(), subject.evicted());
  }

  private static boolean idle(Profile profile, Trace subject) {
    Integer code = subject.ending().close().code();
    return code != null
        && profile.closes().idle().filter(idle -> idle.codes().contains(code)).isPresent();
  }

  private static String code(Trace trace) {
    Integer code = trace.ending().close().code();
    return trace.ending().by().equals("close") ? " " + (code == null ? "without code" : code) : "";
  }
}
