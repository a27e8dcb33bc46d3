package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Stage;
import io.solewire.profile.Capabilities;
import io.solewire.profile.EffectMessage;
import java.util.ArrayList;
import java.util.List;

/** A1: a connection that has been made use of is replaced like one that has not. */
final class A1InUse {

  @ConformanceCase(
      id = "A1.in-use",
      title = "a user who has subscribed, sent and been sent messages connects again",
      needs = "subscribe or publish or effect")
  void inUse(Stage stage) {
    Bundles.of(stage, Takeovers.rounds(stage, 3), rounds -> inUse(stage, rounds));
  }

  private static void inUse(Stage stage, int rounds) {
    List<String> users = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      String user = stage.newUser();
      users.add(user);
      use(stage, stage.connect(user), "use-" + round + "-" + Integer.toHexString(user.hashCode()));
      stage.connect(user);
    }
    stage.settle(users);
  }

  private static void use(Stage stage, Connection incumbent, String mark) {
    Capabilities can = stage.profile().capabilities();
    can.effect().ifPresent(effect -> send(stage, incumbent, effect, "sw-" + mark));
    if (can.publish().isPresent()) {
      stage.publisher().publish(incumbent.user());
      incumbent.awaitMessages(Waited.ARRIVAL);
    }
    can.subscribe().ifPresent(how -> F5Subscription.subscribe(incumbent, how, "sw-topic-" + mark));
  }

  private static void send(
      Stage stage, Connection incumbent, EffectMessage effect, String message) {
    Connection canary = stage.guests().witness(incumbent.user());
    incumbent.tell(effect, canary, message);
    canary.await(t -> t.texts().stream().anyMatch(x -> x.text().contains(message)), Waited.ARRIVAL);
  }
}
