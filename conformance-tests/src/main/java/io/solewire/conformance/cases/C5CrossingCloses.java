package io.solewire.conformance.cases;

import io.solewire.conformance.race.Act;
import io.solewire.conformance.race.Schedule;
import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Raced;
import io.solewire.conformance.stage.Stage;
import io.solewire.judge.Faults;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** C5: the incumbent's own Close crosses its eviction, and both end cleanly. */
final class C5CrossingCloses {

  private static final Map<Act, String> MARKS = Map.of(Act.CLOSE, Faults.OWN_CLOSE);

  @ConformanceCase(
      id = "C5.own-close-meets-eviction",
      title = "the incumbent closes by itself from 5 ms before to 5 ms after the newcomer asks",
      races = true)
  void ownCloseMeetsEviction(Stage stage) {
    List<Schedule> rounds =
        Races.signedOffsets(stage, stage.budget().pick(5, 61)).stream()
            .map(offset -> Schedule.crossing(List.of(), Act.CLOSE, offset))
            .toList();
    Races.play(stage, rounds, MARKS, raced -> watch(stage, raced));
  }

  private static void watch(Stage stage, List<Raced> raced) {
    List<Connection> incumbents = raced.stream().flatMap(r -> r.that(Act.THERE).stream()).toList();
    List<Connection> newcomers = raced.stream().flatMap(r -> r.that(Act.CONNECT).stream()).toList();
    Duration bound = stage.limit();
    stage.awaitAll(newcomers, Connection::isDecided, bound);
    stage.awaitAll(incumbents, Connection::isReleased, bound);
    stage.quiet();
    newcomers.stream().filter(Connection::isOpen).forEach(Connection::probe);
    stage.awaitAnswers(newcomers);
  }
}
