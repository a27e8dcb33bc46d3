package io.solewire.conformance.cases;

import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Stage;
import io.solewire.profile.Presence;
import io.solewire.wire.WirePlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The script that I1, I2 and I3 look at: takeovers before an observer of the user. */
final class ObservedTakeovers {

  private ObservedTakeovers() {}

  /** The incumbent ends by its echo, by a late echo, by RST, or is cut off by the server. */
  static void watched(Stage stage) {
    Bundles.of(stage, Takeovers.rounds(stage, 4), rounds -> watched(stage, rounds));
  }

  private static void watched(Stage stage, int rounds) {
    Presence presence = stage.profile().capabilities().presence().orElseThrow();
    List<String> users = new ArrayList<>();
    List<Connection> silent = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      String user = stage.newUser();
      users.add(user);
      Connection observer = stage.guests().observer(user);
      boolean echoes = round % 4 == 0;
      WirePlan plan = echoes ? WirePlan.PLAIN : WirePlan.PLAIN.withholdingClose();
      Connection incumbent = stage.connect(user, plan);
      observer.awaitText(presence.online(), "user", user, Waited.ARRIVAL);
      stage.connect(user);
      incumbent.awaitEvicted(stage.profile().evicted().forceWithSlack());
      switch (round % 4) {
        case 1 -> incumbent.wire().deliverClose();
        case 2 -> incumbent.wire().reset();
        case 3 -> silent.add(incumbent);
        default -> {
          // it has echoed
        }
      }
    }
    Duration bound = stage.limit();
    stage.awaitAll(silent, Connection::isReleased, bound);
    stage.settle(users);
  }
}
