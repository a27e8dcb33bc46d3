package io.solewire.judge;

import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** F5: what is published to a topic reaches the newcomer that subscribed to it. */
final class SubscriptionDelivers implements Judge {

  @Override
  public String rule() {
    return "F5";
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Finding> findings = new ArrayList<>();
    for (Trace trace : user.as(Role.SUBJECT)) {
      trace
          .fault(Faults.SUBSCRIBED)
          .ifPresent(confirmed -> findings.add(judge(user, trace, confirmed, say)));
    }
    return findings;
  }

  private static Finding judge(UserTraces user, Trace trace, Trace.Fault confirmed, Say say) {
    String expected = "what is published to a topic reaches " + trace.conn() + ", which subscribed";
    long from = confirmed.t();
    long until = Math.min(user.end(), trace.evicted());
    Optional<Finding> lost = Delivery.lost(user, trace, from, until, ", which had subscribed", say);
    boolean arrived =
        user.published().stream().anyMatch(p -> p.t() > from && Delivery.arrived(trace, p));
    return lost.orElseGet(
        () ->
            arrived
                ? say.pass(expected, "it arrived", from, user.end())
                : say.unseen(
                    expected, "nothing was published in time after that", from, user.end()));
  }
}
