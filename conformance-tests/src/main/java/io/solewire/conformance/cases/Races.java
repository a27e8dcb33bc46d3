package io.solewire.conformance.cases;

import io.solewire.conformance.stage.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Rounds of a race, batch by batch. */
final class Races {

  private static final int ROUNDS_AT_ONCE = 50;

  private Races() {}

  /**
   * Races in batches, each settled as a whole, so that the profile's limits are kept.
   *
   * @param most how many connections a round has at most
   * @param race runs one round and gives its user
   */
  static void rounds(Stage stage, int rounds, int most, IntFunction<String> race) {
    int batch = Math.max(1, Math.min(ROUNDS_AT_ONCE, stage.room() / 2 / most));
    for (int first = 0; first < rounds; first += batch) {
      int from = first;
      List<String> users = new ArrayList<>();
      stage.alone(
          () -> {
            for (int round = from; round < Math.min(from + batch, rounds); round++) {
              users.add(race.apply(round));
            }
          });
      stage.settle(users);
      users.forEach(stage::leave);
    }
  }
}
