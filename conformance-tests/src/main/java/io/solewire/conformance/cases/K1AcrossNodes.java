package io.solewire.conformance.cases;

import io.solewire.conformance.race.Act;
import io.solewire.conformance.race.Schedule;
import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Raced;
import io.solewire.conformance.stage.Stage;
import io.solewire.judge.Faults;
import io.solewire.profile.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * K1: the rule holds across the nodes of a cluster. Every case's connections go to the nodes in
 * turns; here it is known of each to which, and every way from one node to another is gone.
 */
final class K1AcrossNodes {

  @ConformanceCase(
      id = "K1.one-after-the-other",
      title = "a user connects to one node, then to another; each pair of nodes, both ways",
      needs = "urls")
  void oneAfterTheOther(Stage stage) {
    List<int[]> ways = ways(stage.profile().endpoint().nodes());
    int rounds = stage.budget().pick(Math.max(4, ways.size()), 20 * ways.size());
    Bundles.of(stage, rounds, count -> takeOver(stage, ways, count));
  }

  private static void takeOver(Stage stage, List<int[]> ways, int count) {
    List<String> users = new ArrayList<>();
    for (int round = 0; round < count; round++) {
      String user = stage.newUser();
      users.add(user);
      for (int node : ways.get(round % ways.size())) {
        mark(stage.connectTo(node, user));
      }
    }
    stage.settle(users);
  }

  /** From each node to each other one. */
  private static List<int[]> ways(int nodes) {
    List<int[]> ways = new ArrayList<>();
    for (int from = 0; from < nodes; from++) {
      for (int step = 1; step < nodes; step++) {
        ways.add(new int[] {from, (from + step) % nodes});
      }
    }
    return ways;
  }

  @ConformanceCase(
      id = "K1.race-across-nodes",
      title = "2 to 8 connects of one user to different nodes, the last bytes released together",
      needs = "urls",
      policies = {Policy.Kind.NEWEST_WINS, Policy.Kind.REFUSE_NEWCOMER},
      races = true)
  void raceAcrossNodes(Stage stage) {
    List<Schedule> rounds = new ArrayList<>();
    for (int offset : Races.offsets(stage, stage.budget().pick(12, 120))) {
      int racers = Races.racers(stage, rounds.size() % 4 == 3 ? 8 : 2);
      rounds.add(Schedule.lastByte(racers, racers == 2 ? offset : 0, rounds.size() % 2 == 1));
    }
    Races.play(stage, rounds, Map.of(), raced -> settle(stage, raced));
  }

  private static void settle(Stage stage, List<Raced> raced) {
    raced.stream()
        .flatMap(r -> Stream.of(Act.CONNECT, Act.START).flatMap(act -> r.that(act).stream()))
        .forEach(K1AcrossNodes::mark);
    stage.settle(raced.stream().flatMap(r -> r.users().stream()).toList());
  }

  private static void mark(Connection connection) {
    connection.fault(Faults.NODE, Integer.toString(connection.call().node() + 1));
  }
}
