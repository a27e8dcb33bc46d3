package io.solewire.conformance.cases;

import io.solewire.conformance.race.Act;
import io.solewire.conformance.race.Move;
import io.solewire.conformance.race.Schedule;
import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Stage;
import io.solewire.profile.Policy;
import java.util.ArrayList;
import java.util.List;

/** D1: of concurrent connects of one user exactly one survives. */
final class D1OneSurvivor {

  /** How many meet, round after round. */
  private static final int[] RACERS = {2, 3, 2, 8, 2, 3, 2, 8, 2, 3, 2, 32};

  /** More than two that come so far apart take long, and do not meet. */
  private static final int CROWD_MICROS = 400;

  private static final int HOT = 8;
  private static final int USERS = 16;

  @ConformanceCase(
      id = "D1.barrier",
      title = "2 to 32 connects of one user that start together, from the TCP connection on",
      policies = {Policy.Kind.NEWEST_WINS, Policy.Kind.REFUSE_NEWCOMER},
      races = true)
  void barrier(Stage stage) {
    List<Schedule> rounds = new ArrayList<>();
    for (int round = 0; round < stage.budget().pick(12, 60); round++) {
      rounds.add(Schedule.barrier(Races.racers(stage, racers(round))));
    }
    Races.settled(stage, rounds);
  }

  @ConformanceCase(
      id = "D1.last-byte-race",
      title =
          "2 to 32 connects of one user whose deciding step is completed by one released byte each",
      policies = {Policy.Kind.NEWEST_WINS, Policy.Kind.REFUSE_NEWCOMER},
      races = true)
  void lastByteRace(Stage stage) {
    List<Schedule> rounds = new ArrayList<>();
    for (int offset : Races.offsets(stage, stage.budget().pick(24, 240))) {
      int racers = Races.racers(stage, racers(rounds.size()));
      int apart = racers == 2 ? offset : Math.min(offset, CROWD_MICROS);
      rounds.add(Schedule.lastByte(racers, apart, rounds.size() % 2 == 1));
    }
    Races.settled(stage, rounds);
  }

  @ConformanceCase(
      id = "D1.many-users-at-once",
      title = "two newcomers each of sixteen users and eight of a hot one, all released at once",
      policies = {Policy.Kind.NEWEST_WINS, Policy.Kind.REFUSE_NEWCOMER},
      races = true)
  void manyUsersAtOnce(Stage stage) {
    int most = Math.min(USERS, (stage.room() / 2 - HOT) / 2);
    Schedule crowd = crowd(Races.racers(stage, HOT), stage.users(Math.max(0, most)));
    List<Schedule> rounds = new ArrayList<>();
    for (int round = 0; round < stage.budget().pick(2, 20); round++) {
      rounds.add(crowd);
    }
    Races.settled(stage, rounds);
  }

  private static Schedule crowd(int hot, int others) {
    List<Move> moves = new ArrayList<>();
    for (int racer = 1; racer <= hot; racer++) {
      moves.add(new Move('a', racer, Act.CONNECT, 0));
    }
    for (int other = 1; other <= others; other++) {
      char user = (char) ('a' + other);
      moves.add(new Move(user, 1, Act.CONNECT, 0));
      moves.add(new Move(user, 2, Act.CONNECT, 0));
    }
    return new Schedule(moves);
  }

  private static int racers(int round) {
    return RACERS[round % RACERS.length];
  }
}
