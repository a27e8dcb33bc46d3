package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Stage;
import java.time.Duration;
import java.util.List;

/** A1: at most one admitted connection of a user stays alive. */
final class A1OneLive {

  private static final Duration BETWEEN_PROBES = Duration.ofSeconds(1);

  @ConformanceCase(id = "A1.two-in-turn", title = "a user connects twice, one after the other")
  void twoInTurn(Stage stage) {
    Takeovers.settled(stage, 3);
  }

  /** An entry that is kept with a time to live, and never renewed, is gone by then. */
  @ConformanceCase(
      id = "A1.long-connected",
      title = "a user who has been connected, and heard of, for half a minute connects again",
      waits = true)
  void longConnected(Stage stage) {
    String user = stage.newUser();
    Connection incumbent = stage.connect(user);
    int probes = stage.budget().pick(32, 125);
    for (int i = 0; i < probes && incumbent.answers(); i++) {
      stage.linger(BETWEEN_PROBES);
    }
    stage.connect(user);
    stage.settle(List.of(user));
  }
}
