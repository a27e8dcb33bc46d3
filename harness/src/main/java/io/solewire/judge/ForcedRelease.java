package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Ending;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Profile;
import java.util.ArrayList;
import java.util.List;

/** C3: if the evicted client never echoes Close, or never reads, TCP is torn down all the same. */
final class ForcedRelease implements Judge {

  private static final long REACTION = 250_000_000L;

  @Override
  public String rule() {
    return "C3";
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Finding> findings = new ArrayList<>();
    for (Takeover takeover : Takeover.of(profile, user)) {
      Trace old = takeover.incumbent();
      boolean stubborn =
          old.fault(Faults.WITHHOLD_CLOSE).isPresent()
              || old.fault(Faults.STOP_READING).isPresent()
              || old.fault(Faults.SILENCE).isPresent();
      long resumed = old.fault(Faults.RESUME_READING).map(Trace.Fault::t).orElse(NEVER);
      long watched = Math.min(resumed, old.ending().released());
      boolean answers = old.ending().closeOut() < watched;
      if (stubborn && !answers && old.fault(Faults.LATE_END).isEmpty()) {
        judge(profile, user, takeover, say, findings);
      }
    }
    return findings;
  }

  private static void judge(
      Profile profile, UserTraces user, Takeover takeover, Say say, List<Finding> findings) {
    Trace old = takeover.incumbent();
    Ending ending = old.ending();
    long force = profile.evicted().forceWithSlack().toNanos();
    boolean deaf = old.fault(Faults.STOP_READING).isPresent();
    if (old.evicted() == NEVER && !deaf) {
      return; // not evicted at all, which is rule A1's business
    }
    long told = ending.closeIn() != NEVER ? ending.closeIn() : takeover.newcomer().admitted();
    long deadline = told + force;
    long resumed = old.fault(Faults.RESUME_READING).map(f -> f.t() + REACTION).orElse(0L);
    String expected =
        "TCP of " + old.conn() + " ends within " + Say.millis(force) + " though it is not answered";
    if (ending.released() <= Math.max(deadline, resumed)) {
      String how = ending.reset() ? "RST" : "FIN";
      String actual = how + " " + Say.millis(ending.released() - told) + " after it was told";
      findings.add(say.pass(expected, actual, told, ending.released()));
    } else if (Math.min(ending.ours(), user.end()) > Math.max(deadline, resumed)) {
      String actual =
          ending.released() == NEVER
              ? "TCP of " + old.conn() + " was still open"
              : "only after " + Say.millis(ending.released() - told);
      findings.add(say.broken(expected, actual, told, user.end()));
    }
  }
}
