package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Racing;
import io.solewire.conformance.stage.Stage;
import io.solewire.profile.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** D1: of concurrent connects of one user exactly one survives. */
final class D1OneSurvivor {

  /** Microseconds between two releases; the race window of a server is anywhere among them. */
  private static final int[] OFFSETS = {0, 50, 200, 1000, 5000};

  private static final int[] RACERS = {2, 8};

  private static final int ROUNDS_AT_ONCE = 50;

  @ConformanceCase(
      id = "D1.barrier",
      title = "connects of one user that start together, from the TCP connection on",
      policies = {Policy.Kind.NEWEST_WINS, Policy.Kind.REFUSE_NEWCOMER})
  void barrier(Stage stage) {
    IntFunction<String> race = round -> Racing.barrier(stage, RACERS[round % RACERS.length]);
    rounds(stage, stage.budget().pick(6, 60), race);
  }

  @ConformanceCase(
      id = "D1.last-byte-race",
      title = "connects of one user whose deciding step is completed by one released byte each",
      policies = {Policy.Kind.NEWEST_WINS, Policy.Kind.REFUSE_NEWCOMER})
  void lastByteRace(Stage stage) {
    IntFunction<String> race =
        round -> {
          int offset = OFFSETS[round % OFFSETS.length];
          int racers = RACERS[round / OFFSETS.length % RACERS.length];
          return Racing.lastByte(stage, racers, offset);
        };
    rounds(stage, stage.budget().pick(20, 200), race);
  }

  /** Races in batches, each settled as a whole, so that the profile's limits are kept. */
  private static void rounds(Stage stage, int rounds, IntFunction<String> race) {
    int most = RACERS[RACERS.length - 1];
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
