package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Stage;
import io.solewire.judge.Faults;
import io.solewire.profile.Probe;
import io.solewire.wire.WirePlan;
import java.util.ArrayList;
import java.util.List;

/** F6: what the incumbent asked is never answered on the newcomer. */
final class F6AnsweredWhereAsked {

  private static final int QUESTIONS = 8;

  @ConformanceCase(
      id = "F6.asked-before-takeover",
      title = "the incumbent asks something again and again, up to and while it is taken over",
      needs = "probe.expect with {probe}")
  void askedBeforeTakeover(Stage stage) {
    Bundles.of(stage, Takeovers.rounds(stage, 5), rounds -> askedBeforeTakeover(stage, rounds));
  }

  private static void askedBeforeTakeover(Stage stage, int rounds) {
    Probe.Exchange exchange = (Probe.Exchange) stage.profile().probe();
    List<String> users = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      String user = stage.newUser();
      users.add(user);
      Connection incumbent = stage.connect(user);
      String mark = "sw-ask-" + round + "-" + Integer.toHexString(user.hashCode());
      incumbent.fault(Faults.ASKED, mark);
      incumbent.say(exchange.send(), "probe", mark + "-first");
      incumbent.awaitText(exchange.expect(), "probe", mark + "-first", Waited.ARRIVAL);
      ask(incumbent, exchange, mark + "-before-");
      stage.open(user, WirePlan.PLAIN);
      ask(incumbent, exchange, mark + "-after-");
    }
    stage.settle(users);
  }

  private static void ask(Connection connection, Probe.Exchange exchange, String mark) {
    for (int i = 0; i < QUESTIONS; i++) {
      connection.say(exchange.send(), "probe", mark + i);
    }
  }
}
