package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Ending;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Profile;
import java.util.ArrayList;
import java.util.List;

/** C2: once its Close was echoed, the server ends TCP, promptly (RFC 6455 section 7.1.1). */
final class PromptRelease implements Judge {

  @Override
  public String rule() {
    return "C2";
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Finding> findings = new ArrayList<>();
    for (Trace old : Evictions.of(profile, user)) {
      Ending ending = old.ending();
      boolean echoed = Evictions.byClose(old) && ending.closeOut() != NEVER;
      if (!echoed || !Evictions.responsive(old)) {
        continue;
      }
      long prompt = profile.evicted().within().toNanos();
      String expected =
          "the server ends TCP of "
              + old.conn()
              + " within "
              + Say.millis(prompt)
              + " of the Close echo";
      long echo = ending.closeOut();
      long deadline = echo + prompt;
      if (ending.ours() < Math.min(ending.released(), deadline)) {
        continue; // we ended TCP first, so whether the server would have is not seen
      }
      if (ending.released() <= deadline) {
        String how = ending.reset() ? "RST" : "FIN";
        String actual = how + " " + Say.millis(ending.released() - echo) + " after the echo";
        findings.add(say.pass(expected, actual, echo, ending.released()));
      } else if (user.end() >= deadline) {
        String actual =
            ending.released() == NEVER
                ? "TCP of " + old.conn() + " was still open when the case ended"
                : "after " + Say.millis(ending.released() - echo);
        long seen = Math.min(ending.released(), Math.min(ending.ours(), user.end()));
        findings.add(say.broken(expected, actual, echo, deadline).overdue(deadline, seen));
      }
    }
    return findings;
  }
}
