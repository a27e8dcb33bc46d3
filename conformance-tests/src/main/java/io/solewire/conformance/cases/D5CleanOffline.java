package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Stage;
import io.solewire.history.Trace;
import io.solewire.judge.Faults;
import io.solewire.profile.Presence;
import java.time.Duration;

/** D5: when the newcomer leaves after a takeover, the user is offline. */
final class D5CleanOffline {

  private static final int NORMAL_CLOSURE = 1000;

  @ConformanceCase(
      id = "D5.newcomer-leaves",
      title =
          "after a takeover the newcomer leaves; observers are told, and the incumbent stays gone",
      needs = "presence")
  void newcomerLeaves(Stage stage) {
    Bundles.of(stage, Takeovers.rounds(stage, 3), rounds -> newcomerLeaves(stage, rounds));
  }

  private static void newcomerLeaves(Stage stage, int rounds) {
    Presence presence = stage.profile().capabilities().presence().orElseThrow();
    Duration bound = stage.profile().evicted().forceWithSlack();
    for (int round = 0; round < rounds; round++) {
      String user = stage.newUser();
      Connection observer = stage.guests().observer(user);
      Connection incumbent = stage.connect(user);
      observer.awaitText(presence.online(), "user", user, Waited.ARRIVAL);
      Connection newcomer = stage.connect(user);
      incumbent.awaitEvicted(bound);
      newcomer.leave(NORMAL_CLOSURE);
      if (!newcomer.await(t -> t.ending().closeOut() != Trace.NEVER, Waited.ARRIVAL)) {
        continue; // the client library lost its own Close, so nobody left
      }
      newcomer.fault(Faults.LEAVES, null);
      observer.awaitText(presence.offline(), "user", user, bound);
      if (stage.publisher().works()) {
        stage.publisher().publish(user);
      }
    }
    stage.quiet();
  }
}
