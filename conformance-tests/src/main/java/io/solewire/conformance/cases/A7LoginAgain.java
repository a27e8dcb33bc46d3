package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Stage;
import io.solewire.judge.Faults;
import io.solewire.profile.Authentication;
import io.solewire.profile.Conversation;
import io.solewire.profile.Payload;
import io.solewire.profile.Profile;
import io.solewire.profile.Step;
import java.util.ArrayList;
import java.util.List;

/** A7: logging in twice on one connection is not a takeover. */
final class A7LoginAgain {

  @ConformanceCase(
      id = "A7.login-twice",
      title = "a connection that is admitted logs in a second time",
      needs = "authentication.again or decides")
  void loginTwice(Stage stage) {
    Bundles.of(stage, Takeovers.rounds(stage, 3), rounds -> loginTwice(stage, rounds));
  }

  private static void loginTwice(Stage stage, int rounds) {
    Payload again = again(stage.profile());
    List<Connection> connections = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      connections.add(stage.connect(stage.newUser()));
    }
    stage.moment();
    for (Connection connection : connections) {
      connection.fault(Faults.LOGIN_AGAIN, null);
      connection.say(again, "user", connection.user());
    }
    stage.quiet();
    connections.stream().filter(Connection::isOpen).forEach(Connection::probe);
    stage.awaitAnswers(connections);
  }

  private static Payload again(Profile profile) {
    Conversation conversation = profile.conversation();
    return profile
        .capabilities()
        .authentication()
        .flatMap(Authentication::again)
        .orElseGet(
            () -> ((Step.Send) conversation.steps().get(conversation.decides() - 1)).payload());
  }
}
