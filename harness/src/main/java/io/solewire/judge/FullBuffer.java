package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Ending;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Admission;
import io.solewire.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** G3: an incumbent that does not read, with the server's buffer full, is ended all the same. */
final class FullBuffer implements Judge {

  /** Time to read what was buffered before the end of TCP shows. */
  private static final long DRAINED = 2_000_000_000L;

  @Override
  public String rule() {
    return "G3";
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Finding> findings = new ArrayList<>();
    for (Takeover takeover : Takeover.of(profile, user)) {
      Optional<Trace.Fault> full = takeover.incumbent().fault(Faults.FULL_BUFFER);
      if (full.filter(f -> f.t() < takeover.newcomer().requested()).isPresent()) {
        findings.add(judge(profile, user, takeover, full.get().text(), say));
      }
    }
    return findings;
  }

  private static Finding judge(
      Profile profile, UserTraces user, Takeover takeover, String full, Say say) {
    Trace old = takeover.incumbent();
    Ending ending = old.ending();
    long from = takeover.newcomer().requested();
    String bound = Say.millis(profile.evicted().forceWithSlack().toNanos());
    String expected =
        "TCP of " + old.conn() + ", which does not read (" + full + "), ends within " + bound;
    long resumed = old.fault(Faults.RESUME_READING).map(Trace.Fault::t).orElse(NEVER);
    if (resumed == NEVER && ending.released() == NEVER) {
      return say.unseen(expected, old.conn() + " did not read on", from, user.end());
    }
    Optional<String> stray = late(profile, user, takeover);
    if (stray.isPresent()) {
      return say.broken(expected, stray.get(), from, user.end());
    }
    long read = resumed == NEVER ? 0 : resumed + DRAINED;
    long deadline = Math.max(takeover.deadline(profile), read);
    if (ending.released() <= deadline) {
      String how = ending.reset() ? "RST" : "FIN";
      return say.pass(expected, how + " was found when it read on", from, ending.released());
    }
    boolean watched = Math.min(ending.ours(), user.end()) > deadline;
    String actual = "TCP of " + old.conn() + " was still open when it read on";
    return watched
        ? say.broken(expected, actual, from, user.end())
            .overdue(
                deadline == read ? resumed : from,
                deadline,
                Math.min(ending.released(), user.end()))
        : say.unseen(expected, old.conn() + " was not watched until then", from, user.end());
  }

  /** A message on the incumbent that was published when the newcomer was certainly there. */
  private static Optional<String> late(Profile profile, UserTraces user, Takeover takeover) {
    Trace old = takeover.incumbent();
    long there = settled(profile, takeover.newcomer());
    return user.published().stream()
        .filter(m -> there != NEVER && m.t() > there)
        .filter(m -> old.texts().stream().anyMatch(t -> t.text().contains(m.id())))
        .map(m -> old.conn() + " received what was published after the newcomer's admission")
        .findFirst();
  }

  /** A stack may send the 101 before it registers: then an answered probe shows that it has. */
  private static long settled(Profile profile, Trace young) {
    return profile.conversation().admission() instanceof Admission.Open
        ? young.answers().probes().stream().mapToLong(p -> p.answered()).min().orElse(NEVER)
        : young.admitted();
  }
}
