package io.solewire.conformance.cases;

import io.solewire.conformance.race.Act;
import io.solewire.conformance.race.Schedule;
import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Raced;
import io.solewire.conformance.stage.Stage;
import io.solewire.judge.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** D4: the incumbent's own end never affects the newcomer, also where the two meet. */
final class D4EndMeetsNewcomer {

  private static final Map<Act, String> MARKS =
      Map.of(Act.CLOSE, Faults.LATE_END, Act.RESET, Faults.LATE_END);

  /** How an incumbent ends: what it does before that, and the end. */
  private record End(List<Act> before, Act act) {}

  private static final List<End> ENDS =
      List.of(
          new End(List.of(), Act.CLOSE),
          new End(List.of(), Act.RESET),
          new End(List.of(Act.HALF), Act.RESET),
          new End(List.of(Act.FLOOD), Act.CLOSE));

  @ConformanceCase(
      id = "D4.end-meets-newcomer",
      title =
          "the incumbent closes or resets, also amid a message or a flood of its own, from 5 ms"
              + " before to 5 ms after the newcomer asks",
      races = true)
  void endMeetsNewcomer(Stage stage) {
    List<Schedule> rounds = new ArrayList<>();
    for (int offset : Races.signedOffsets(stage, stage.budget().pick(4, 21))) {
      ENDS.forEach(end -> rounds.add(Schedule.crossing(end.before(), end.act(), offset)));
    }
    Races.play(stage, rounds, MARKS, raced -> look(stage, raced));
  }

  private static void look(Stage stage, List<Raced> raced) {
    List<Connection> newcomers = raced.stream().flatMap(r -> r.that(Act.CONNECT).stream()).toList();
    stage.awaitAll(newcomers, Connection::isDecided, stage.limit());
    stage.quiet();
    newcomers.forEach(newcomer -> Afterwards.lookAndEvict(stage, newcomer));
    stage.awaitAll(newcomers, Connection::isEvicted, stage.limit());
  }
}
