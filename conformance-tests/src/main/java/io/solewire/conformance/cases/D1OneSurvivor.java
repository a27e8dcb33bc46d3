package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Racing;
import io.solewire.conformance.stage.Stage;
import io.solewire.profile.Policy;
import java.util.function.IntFunction;

/** D1: of concurrent connects of one user exactly one survives. */
final class D1OneSurvivor {

  /** Microseconds between two releases; the race window of a server is anywhere among them. */
  private static final int[] OFFSETS = {0, 50, 200, 1000, 5000};

  private static final int MOST = 8;

  private static final int[] RACERS = {2, MOST};

  @ConformanceCase(
      id = "D1.barrier",
      title = "connects of one user that start together, from the TCP connection on",
      policies = {Policy.Kind.NEWEST_WINS, Policy.Kind.REFUSE_NEWCOMER})
  void barrier(Stage stage) {
    IntFunction<String> race = round -> Racing.barrier(stage, RACERS[round % RACERS.length]);
    Races.rounds(stage, stage.budget().pick(6, 60), MOST, race);
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
    Races.rounds(stage, stage.budget().pick(20, 200), MOST, race);
  }
}
