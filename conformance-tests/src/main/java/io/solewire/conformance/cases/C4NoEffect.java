package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.CannotGoOnException;
import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Stage;
import io.solewire.judge.Faults;
import io.solewire.profile.EffectMessage;
import io.solewire.wire.WirePlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** C4: what an evicted connection sends has no effect. */
final class C4NoEffect {

  @ConformanceCase(
      id = "C4.sends-after-eviction",
      title =
          "the incumbent reads its Close, does not echo it, and goes on sending to another user",
      needs = "effect")
  void sendsAfterEviction(Stage stage) {
    Bundles.of(stage, Takeovers.rounds(stage, 3), rounds -> sendsAfterEviction(stage, rounds));
  }

  private static void sendsAfterEviction(Stage stage, int rounds) {
    EffectMessage effect = stage.profile().capabilities().effect().orElseThrow();
    List<Connection> incumbents = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      String user = stage.newUser();
      Connection canary = stage.guests().witness(user);
      Connection incumbent = stage.connect(user, WirePlan.PLAIN.withholdingClose());
      String live = "sw-live-" + round + "-" + Integer.toHexString(user.hashCode());
      incumbent.fault(Faults.EFFECT_CONTROL, live);
      tell(incumbent, effect, canary, live);
      Connection newcomer = stage.open(user, WirePlan.PLAIN);
      if (!stage.atOnce(incumbent::isEvicted, stage.profile().evicted().forceWithSlack())) {
        throw new CannotGoOnException("the incumbent was not evicted");
      }
      String dead = "sw-dead-" + round + "-" + Integer.toHexString(user.hashCode());
      incumbent.fault(Faults.EFFECT, dead);
      incumbent.tell(effect, canary, dead);
      incumbents.add(incumbent);
      newcomer.admitted();
    }
    stage.quiet();
    Duration bound = stage.limit();
    stage.awaitAll(incumbents, Connection::isReleased, bound);
  }

  /** Sends a message that has an effect, and waits until the canary has seen it. */
  static void tell(Connection from, EffectMessage effect, Connection canary, String message) {
    from.tell(effect, canary, message);
    canary.await(t -> t.texts().stream().anyMatch(x -> x.text().contains(message)), Waited.ARRIVAL);
  }
}
