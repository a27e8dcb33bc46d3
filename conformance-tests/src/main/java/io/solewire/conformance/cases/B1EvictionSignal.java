package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Stage;
import java.time.Duration;
import java.util.List;

/** B1: a responsive incumbent gets a Close frame with a code before TCP ends. */
final class B1EvictionSignal {

  @ConformanceCase(
      id = "B1.idle-incumbent",
      title = "a connection that listens and says nothing is taken over")
  void idleIncumbent(Stage stage) {
    Takeovers.several(stage, 3);
  }

  @ConformanceCase(
      id = "B1.in-a-fragmented-message",
      title = "the incumbent has begun a message and not ended it when the newcomer comes")
  void inAFragmentedMessage(Stage stage) {
    String user = stage.newUser();
    Connection incumbent = stage.connect(user);
    incumbent.begin("the beginning of a message");
    stage.connect(user);
    Duration bound = stage.limit();
    List<Connection> watched = List.of(incumbent);
    stage.awaitAll(watched, Connection::isEvicted, bound);
    stage.awaitAll(watched, Connection::isReleased, Duration.ofMillis(1100));
  }
}
