package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.CannotGoOnException;
import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Stage;
import io.solewire.judge.Faults;
import io.solewire.profile.Subscribe;

/** F5: a subscription made by the newcomer delivers. */
final class F5Subscription {

  @ConformanceCase(
      id = "F5.newcomer-subscribes",
      title =
          "after a takeover the newcomer subscribes to a topic, and something is published to it",
      needs = "subscribe")
  void newcomerSubscribes(Stage stage) {
    Bundles.of(stage, Takeovers.rounds(stage, 3), rounds -> newcomerSubscribes(stage, rounds));
  }

  private static void newcomerSubscribes(Stage stage, int rounds) {
    Subscribe subscribe = stage.profile().capabilities().subscribe().orElseThrow();
    for (int round = 0; round < rounds; round++) {
      String user = stage.newUser();
      stage.connect(user);
      Connection newcomer = stage.connect(user);
      String topic = "sw-topic-" + round + "-" + Integer.toHexString(user.hashCode());
      subscribe(newcomer, subscribe, topic);
      newcomer.fault(Faults.SUBSCRIBED, topic);
      stage.publisher().publishTo(topic, user, subscribe.publish());
      newcomer.awaitMessages(Waited.ARRIVAL);
    }
    stage.linger(Waited.ARRIVAL);
  }

  /**
   * Subscribes.
   *
   * @throws CannotGoOnException if the server does not confirm it
   */
  static void subscribe(Connection connection, Subscribe subscribe, String topic) {
    connection.say(subscribe.send(), "topic", topic);
    if (!connection.awaitText(subscribe.expect(), "topic", topic, Waited.ARRIVAL)) {
      throw new CannotGoOnException(
          "the server did not confirm the subscription of " + connection.name());
    }
  }
}
