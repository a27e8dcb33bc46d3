package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Stage;
import io.solewire.profile.Capabilities;

/** A1: a connection that has been made use of is replaced like one that has not. */
final class A1InUse {

  @ConformanceCase(
      id = "A1.in-use",
      title = "a user who has subscribed, sent and been sent messages connects again",
      needs = "subscribe or publish or effect")
  void inUse(Stage stage) {
    Takeovers.settled(
        stage,
        3,
        (user, round) -> {
          use(stage, stage.connect(user));
          stage.connect(user);
        });
  }

  /** In every way that the profile tells of. */
  private static void use(Stage stage, Connection incumbent) {
    Capabilities can = stage.profile().capabilities();
    String user = incumbent.user();
    String mark = Integer.toHexString(user.hashCode());
    can.effect()
        .ifPresent(
            effect ->
                C4NoEffect.tell(incumbent, effect, stage.guests().witness(user), "sw-use-" + mark));
    if (can.publish().isPresent()) {
      stage.publisher().publish(user);
      incumbent.awaitMessages(Waited.ARRIVAL);
    }
    can.subscribe().ifPresent(how -> F5Subscription.subscribe(incumbent, how, "sw-topic-" + mark));
  }
}
