package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Racing;
import io.solewire.conformance.stage.Stage;
import io.solewire.judge.Faults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** C5: the incumbent's own Close crosses its eviction, and both end cleanly. */
final class C5CrossingCloses {

  /** Microseconds from the newcomer's request to the incumbent's Close. */
  private static final int[] OFFSETS = {-2000, -200, 0, 200, 600, 2000};

  private static final int NORMAL = 1000;

  @ConformanceCase(
      id = "C5.own-close-meets-eviction",
      title = "the incumbent closes by itself from 2 ms before to 2 ms after the newcomer asks")
  void ownCloseMeetsEviction(Stage stage) {
    List<Connection> incumbents = new ArrayList<>();
    List<Connection> newcomers = new ArrayList<>();
    for (int round = 0; round < stage.budget().pick(1, 10); round++) {
      stage.alone(
          () -> {
            for (int offset : OFFSETS) {
              String user = stage.newUser();
              Connection incumbent = stage.connect(user);
              Connection newcomer = Racing.held(stage, user);
              incumbent.fault(Faults.OWN_CLOSE, offset + " us");
              Racing.cross(newcomer, () -> incumbent.leave(NORMAL), offset);
              incumbents.add(incumbent);
              newcomers.add(newcomer);
            }
          });
    }
    Duration bound = stage.limit();
    stage.awaitAll(newcomers, Connection::isDecided, bound);
    stage.awaitAll(incumbents, Connection::isReleased, bound);
    stage.quiet();
    newcomers.stream().filter(Connection::isOpen).forEach(Connection::probe);
    stage.awaitAnswers(newcomers);
  }
}
