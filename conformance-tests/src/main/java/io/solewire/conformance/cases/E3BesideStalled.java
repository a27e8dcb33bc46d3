package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Stage;
import io.solewire.judge.Faults;
import io.solewire.wire.WirePlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** E3: evicted connections that do not answer do not hold up the takeovers of other users. */
final class E3BesideStalled {

  private static final int STRANGERS = 5;

  /** Of each of their users: two in turn, one that is looked at, and the last. */
  private static final int LINKS = 4;

  @ConformanceCase(
      id = "E3.many-stalled-evictees",
      title = "users are taken over while evicted connections of others neither echo nor read")
  void manyStalledEvictees(Stage stage) {
    int most = (stage.room() - LINKS * STRANGERS) / 2;
    int stalled = Math.max(1, Math.min(stage.budget().pick(20, 100), most));
    Duration bound = stage.limit();
    List<Connection> before = new ArrayList<>();
    List<Connection> incumbents = new ArrayList<>();
    for (int i = 0; i < STRANGERS; i++) {
      String user = stage.newUser();
      before.add(stage.connect(user));
      before.add(stage.connect(user));
      incumbents.add(stage.connect(user)); // as the last one will: of one who was a newcomer
    }
    stage.awaitAll(before, Connection::isEvicted, bound);
    List<String> others = new ArrayList<>();
    for (int i = 0; i < stalled; i++) {
      others.add(incumbent(stage, i % 2 == 0).user());
    }
    stage.alone(
        () -> {
          others.forEach(user -> stage.open(user, WirePlan.PLAIN));
          for (Connection incumbent : incumbents) {
            Connection newcomer = stage.connect(incumbent.user());
            newcomer.fault(Faults.BESIDE_STALLED, stalled + " stalled evictees");
          }
        });
    stage.awaitAll(incumbents, Connection::isEvicted, bound);
  }

  /** One that will not echo the Close, or that does not read. */
  private static Connection incumbent(Stage stage, boolean reads) {
    if (reads) {
      return stage.connect(stage.newUser(), WirePlan.PLAIN.withholdingClose());
    }
    Connection deaf = stage.connect(stage.newUser(), WirePlan.PLAIN.withSmallWindow());
    deaf.fault(Faults.STOP_READING, null);
    deaf.wire().stopReading();
    return deaf;
  }
}
