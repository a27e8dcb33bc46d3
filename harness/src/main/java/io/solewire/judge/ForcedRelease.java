package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Answers;
import io.solewire.history.Ending;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** C3: if the evicted client never echoes Close, or never reads, TCP is torn down all the same. */
final class ForcedRelease implements Judge {

  private static final long REACTION = 250_000_000L;

  /** Ten times as long as one that goes on waits between two messages. */
  private static final long SILENT = 1_000_000_000L;

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
      boolean others =
          old.fault(Faults.LATE_END).isPresent() || old.fault(Faults.FULL_BUFFER).isPresent();
      if (stubborn && !answers && !others) {
        judge(profile, user, takeover, say, findings);
      }
    }
    return findings;
  }

  private static void judge(
      Profile profile, UserTraces user, Takeover takeover, Say say, List<Finding> findings) {
    Trace old = takeover.incumbent();
    long force = profile.evicted().forceWithSlack().toNanos();
    boolean deaf = old.fault(Faults.STOP_READING).isPresent();
    if (old.evicted() == NEVER && !deaf) {
      return; // not evicted at all, which is rule A1's business
    }
    long resumed = old.fault(Faults.RESUME_READING).map(Trace.Fault::t).orElse(NEVER);
    if (deaf && resumed == NEVER) {
      return; // the end of TCP waits behind what is not read
    }
    boolean told = old.evicted() < (deaf ? resumed : NEVER);
    judge(user, takeover, told ? old.evicted() : takeover.newcomer().admitted(), force, say)
        .ifPresent(findings::add);
  }

  /** True of one that was to go on sending and did not: the server may have waited for that. */
  private static boolean fellSilent(Trace old, long told, long released) {
    if (old.fault(Faults.GOES_ON).isEmpty()) {
      return false;
    }
    long before = told;
    long longest = 0;
    for (Answers.Probe probe : old.answers().probes()) {
      if (probe.sent() > told && probe.sent() < released) {
        longest = Math.max(longest, probe.sent() - before);
        before = probe.sent();
      }
    }
    return Math.max(longest, released - before) > SILENT;
  }

  private static Optional<Finding> judge(
      UserTraces user, Takeover takeover, long told, long force, Say say) {
    Trace old = takeover.incumbent();
    Ending ending = old.ending();
    long resumed = old.fault(Faults.RESUME_READING).map(f -> f.t() + REACTION).orElse(0L);
    long deadline = Math.max(told + force, resumed);
    String expected =
        "TCP of " + old.conn() + " ends within " + Say.millis(force) + " though it is not answered";
    if (ending.ours() < Math.min(ending.released(), deadline)) {
      return Optional.empty(); // we ended TCP first
    }
    if (ending.released() <= deadline && fellSilent(old, told, ending.released())) {
      String why = "its TCP ended when it had said nothing for a while, though it was to go on";
      return Optional.of(say.unseen(expected, why, told, ending.released()));
    }
    if (ending.released() <= deadline) {
      String how = ending.reset() ? "RST" : "FIN";
      String actual = how + " " + Say.millis(ending.released() - told) + " after it was told";
      return Optional.of(say.pass(expected, actual, told, ending.released()));
    }
    if (user.end() <= deadline) {
      return Optional.empty();
    }
    String actual =
        ending.released() == NEVER
            ? "TCP of " + old.conn() + " was still open"
            : "only after " + Say.millis(ending.released() - told);
    long seen = Math.min(ending.released(), Math.min(ending.ours(), user.end()));
    return Optional.of(
        say.broken(expected, actual, told, user.end())
            .overdue(deadline > told + force ? resumed - REACTION : told, deadline, seen));
  }
}
