package io.solewire.judge;

import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Profile;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** E3: evicted connections that do not answer do not hold up the takeovers of other users. */
final class BesideStalled implements Judge {

  @Override
  public String rule() {
    return "E3";
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Finding> findings = new ArrayList<>();
    List<Takeover> takeovers = Takeover.of(profile, user);
    Map<Trace, Takeover> byNewcomer = new IdentityHashMap<>();
    takeovers.forEach(t -> byNewcomer.putIfAbsent(t.newcomer(), t));
    for (Takeover beside : takeovers) {
      if (beside.newcomer().fault(Faults.BESIDE_STALLED).isPresent()) {
        Optional<Takeover> without = Optional.ofNullable(byNewcomer.get(beside.incumbent()));
        findings.add(judge(profile, user, beside, without, say));
      }
    }
    return findings;
  }

  private static Finding judge(
      Profile profile, UserTraces user, Takeover beside, Optional<Takeover> without, Say say) {
    String who = beside.newcomer().fault(Faults.BESIDE_STALLED).orElseThrow().text();
    Finding gone = Gone.inTime(profile, user, beside, say);
    String expected = gone.expected() + ", beside " + who;
    if (gone.verdict() == Verdict.INCONCLUSIVE) {
      return say.unseen(expected, gone.actual(), gone.from(), gone.to());
    }
    if (without.isEmpty()
        || Gone.inTime(profile, user, without.get(), say).verdict() != Verdict.PASS) {
      String why = "without them an eviction in time was not seen either";
      return say.unseen(expected, why, gone.from(), gone.to());
    }
    if (gone.isBad()) {
      String actual = gone.actual() + ", beside " + who;
      Finding broken = say.broken(expected, actual, gone.from(), gone.to());
      return gone.missed() == null
          ? broken
          : broken.overdue(gone.missed().since(), gone.missed().deadline(), gone.missed().seen());
    }
    String compared =
        Say.millis(beside.latency()) + ", without them " + Say.millis(without.get().latency());
    long within = profile.evicted().within().toNanos();
    return beside.latency() > within && without.get().latency() <= within
        ? say.late(expected, "only after " + compared, gone.from(), gone.to())
            .overdue(gone.to() - (beside.latency() - within), gone.to())
        : say.pass(expected, "after " + compared, gone.from(), gone.to());
  }
}
