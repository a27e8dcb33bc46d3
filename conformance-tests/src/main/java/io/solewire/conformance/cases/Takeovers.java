package io.solewire.conformance.cases;

import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;

/** The script that several rules look at from different sides: takeovers, watched to the end. */
final class Takeovers {

  private Takeovers() {}

  /** Takes over so many users, waits until all is quiet and probes what is left. */
  static void settled(Stage stage, int quick) {
    settled(
        stage,
        quick,
        (user, round) -> {
          stage.connect(user);
          stage.connect(user);
        });
  }

  /**
   * The same in another way.
   *
   * @param twice connects a user twice, in the round of that number, counted from 0
   */
  static void settled(Stage stage, int quick, ObjIntConsumer<String> twice) {
    Bundles.of(stage, rounds(stage, quick), count -> oneBundleSettled(stage, count, twice));
  }

  private static void oneBundleSettled(Stage stage, int rounds, ObjIntConsumer<String> twice) {
    List<String> users = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      String user = stage.newUser();
      users.add(user);
      twice.accept(user, round);
    }
    stage.settle(users);
  }

  /** Takes over so many users and waits until each incumbent was told and released. */
  static void several(Stage stage, int quick) {
    Bundles.of(stage, rounds(stage, quick), count -> oneBundle(stage, count));
  }

  /**
   * So many, or in full as many as miss a defect of one takeover in forty only once in twenty runs.
   */
  static int rounds(Stage stage, int quick) {
    return stage.budget().pick(quick, 120);
  }

  private static void oneBundle(Stage stage, int rounds) {
    List<Connection> incumbents = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      String user = stage.newUser();
      incumbents.add(stage.connect(user));
      stage.connect(user);
    }
    Duration bound = stage.limit();
    stage.awaitAll(incumbents, Connection::isEvicted, bound);
    stage.awaitAll(incumbents, Connection::isReleased, Duration.ofMillis(1100));
  }
}
