package io.solewire.judge;

import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** F6: what one connection asked is never answered on another. */
final class AnsweredWhereAsked implements Judge {

  @Override
  public String rule() {
    return "F6";
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Finding> findings = new ArrayList<>();
    for (Trace asking : user.as(Role.SUBJECT)) {
      asking.fault(Faults.ASKED).ifPresent(mark -> findings.add(judge(user, asking, mark, say)));
    }
    return findings;
  }

  private static Finding judge(UserTraces user, Trace asking, Trace.Fault mark, Say say) {
    String expected = "what " + asking.conn() + " asks is answered nowhere else";
    for (Trace other : user.as(Role.SUBJECT)) {
      Optional<Trace.Text> stray = other == asking ? Optional.empty() : text(other, mark.text());
      if (stray.isPresent()) {
        String actual = other.conn() + " read the answer \"" + stray.get().text() + "\"";
        return say.broken(expected, actual, mark.t(), stray.get().t());
      }
    }
    return text(asking, mark.text()).isPresent()
        ? say.pass(expected, "it was answered there", mark.t(), user.end())
        : say.unseen(expected, "it was answered nowhere at all", mark.t(), user.end());
  }

  private static Optional<Trace.Text> text(Trace trace, String mark) {
    return trace.texts().stream().filter(t -> t.text().contains(mark)).findFirst();
  }
}
