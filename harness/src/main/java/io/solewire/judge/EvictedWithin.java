package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.UserTraces;
import io.solewire.profile.Profile;
import java.util.ArrayList;
import java.util.List;

/** C6: an incumbent that listens is evicted within T_evict of the newcomer's request. */
final class EvictedWithin implements Judge {

  @Override
  public String rule() {
    return "C6";
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Finding> findings = new ArrayList<>();
    long within = profile.evicted().within().toNanos();
    for (Takeover takeover : Takeover.of(profile, user)) {
      long latency = takeover.latency();
      if (latency == NEVER || !takeover.responsive()) {
        continue;
      }
      String old = takeover.incumbent().conn();
      String expected = old + " is evicted within " + Say.millis(within) + " of the request";
      String actual = old + " was evicted after " + Say.millis(latency);
      long from = takeover.newcomer().requested();
      long to = takeover.incumbent().evicted();
      findings.add(
          latency <= within
              ? say.pass(expected, actual, from, to)
              : say.broken(expected, actual, from, to).overdue(from + within, to));
    }
    return findings;
  }
}
