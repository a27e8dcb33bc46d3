package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Profile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A2: of connects that follow one another, each stays until the next, and the last one lives. */
final class NewestWins implements NewestWinsJudge {

  @Override
  public String rule() {
    return "A2";
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Trace> subjects = user.as(Role.SUBJECT);
    if (isAlone(user, subjects)) {
      return Evictions.excuse(profile, subjects.get(0)).isPresent()
          ? List.of()
          : List.of(unprovoked(subjects.get(0), say));
    }
    if (!oneAfterTheOther(subjects)) {
      return List.of();
    }
    int max = profile.policy().max();
    List<Trace> stay = subjects.subList(Math.max(0, subjects.size() - max), subjects.size());
    boolean one = stay.size() == 1;
    String expected =
        names(stay) + ", the newest, " + (one ? "stays and answers" : "stay and answer");
    for (int i = 0; i < subjects.size(); i++) {
      Trace subject = subjects.get(i);
      long next = i + max < subjects.size() ? subjects.get(i + max).requested() : NEVER;
      if (subject.evicted() < next) {
        String excuse = Evictions.excuse(profile, subject).orElse("");
        String why = subject.conn() + " " + excuse;
        return List.of(
            excuse.isEmpty()
                ? unprovoked(subject, say)
                : say.unseen(expected, why, subject.requested(), user.end()));
      }
    }
    return List.of(answer(user, stay, expected, say));
  }

  private static Finding answer(UserTraces user, List<Trace> stay, String expected, Say say) {
    long from = stay.get(0).requested();
    long settled = stay.get(stay.size() - 1).admitted();
    for (Trace subject : user.as(Role.SUBJECT)) {
      settled = Math.max(settled, subject.evicted() == NEVER ? 0 : subject.evicted());
    }
    for (Trace one : stay) {
      Optional<Unanswered> silent = Unanswered.after(one, settled, user.end());
      if (silent.isPresent()) {
        String actual = one.conn() + " does not answer a probe";
        return silent.get().overdue(say.broken(expected, actual, from, user.end()));
      }
      if (!one.answers().answeredAfter(settled)) {
        boolean asked = one.answers().probedAfter(settled);
        String why = asked ? " had no time to answer a probe" : " was not probed";
        return say.unseen(expected, one.conn() + why, from, user.end());
      }
    }
    String actual = names(stay) + (stay.size() == 1 ? " answers" : " answer");
    return say.pass(expected, actual, from, user.end());
  }

  private static String names(List<Trace> traces) {
    return traces.stream().map(Trace::conn).collect(Collectors.joining(", "));
  }

  /** The only connection that its user ever had, ended by the server, and nobody gave cause. */
  private static boolean isAlone(UserTraces user, List<Trace> subjects) {
    return user.traces().size() == 1
        && subjects.size() == 1
        && subjects.get(0).admitted() != NEVER
        && subjects.get(0).evicted() != NEVER
        && subjects.get(0).faults().isEmpty();
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

  private static String code(Trace trace) {
    Integer code = trace.ending().close().code();
    return trace.ending().by().equals("close") ? " " + (code == null ? "without code" : code) : "";
  }
}
