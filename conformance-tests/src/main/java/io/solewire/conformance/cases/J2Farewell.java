package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Stage;
import io.solewire.judge.Faults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** J2: a shutdown does not look like an eviction. */
final class J2Farewell {

  @ConformanceCase(
      id = "J2.users-of-a-stopping-server",
      title = "the server is asked to stop while users are connected",
      needs = "start")
  void usersOfAStoppingServer(Stage stage) {
    List<Connection> connections = new ArrayList<>();
    for (int i = 0; i < Math.min(stage.room(), stage.budget().pick(10, 100)); i++) {
      connections.add(stage.connect(stage.newUser()));
    }
    connections.forEach(c -> c.fault(Faults.SHUTDOWN, null));
    stage.control().stop();
    Duration bound = stage.profile().evicted().forceWithSlack();
    stage.awaitAll(connections, c -> !c.isOpen(), bound);
    connections.forEach(stage::release);
    stage.control().restart();
  }
}
