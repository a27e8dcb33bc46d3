package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Stage;
import io.solewire.judge.Faults;
import io.solewire.wire.WirePlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** J1: after a crash no stale entry blocks or evicts anybody. */
final class J1AfterCrash {

  @ConformanceCase(
      id = "J1.users-of-a-killed-server",
      title = "the server is killed while users are connected, and started again; all return",
      needs = "start")
  void usersOfAKilledServer(Stage stage) {
    List<Connection> before = new ArrayList<>();
    int users = Math.min(stage.room() / 2, stage.budget().pick(20, 200));
    for (int i = 0; i < users; i++) {
      before.add(stage.connect(stage.newUser()));
    }
    before.forEach(c -> c.fault(Faults.CRASH, null));
    stage.control().kill();
    stage.awaitAll(before, c -> !c.isOpen(), Duration.ofSeconds(2));
    before.forEach(stage::release);
    stage.control().restart();
    List<Connection> after = new ArrayList<>();
    for (Connection old : before) {
      Connection returned = stage.open(old.user(), WirePlan.PLAIN);
      returned.fault(Faults.AFTER_CRASH, null);
      after.add(returned);
    }
    Duration bound = stage.limit();
    stage.awaitAll(after, Connection::isDecided, bound);
    stage.quiet();
    after.stream().filter(Connection::isOpen).forEach(Connection::probe);
    stage.awaitAnswers(after);
  }
}
