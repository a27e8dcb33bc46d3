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
    List<Connection> first = new ArrayList<>();
    for (int i = 0; i < STRANGERS; i++) {
      first.add(stage.connect(stage.newUser()));
    }
    // all three alike: who is replaced has replaced somebody who is gone by then
    List<Connection> second = replaced(stage, first, bound);
    List<Connection> incumbents = replaced(stage, second, bound);
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

  /** Takes them over, and waits until the end of each is long over for the server as well. */
  private static List<Connection> replaced(Stage stage, List<Connection> olds, Duration bound) {
    List<Connection> newcomers = olds.stream().map(old -> stage.connect(old.user())).toList();
    stage.awaitAll(olds, Connection::isReleased, bound);
    stage.quiet();
    return newcomers;
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
