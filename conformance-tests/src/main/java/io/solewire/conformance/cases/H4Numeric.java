package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Stage;
import io.solewire.judge.Faults;
import io.solewire.wire.WirePlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** H4: ids that only look like the same number are different users. */
final class H4Numeric {

  @ConformanceCase(
      id = "H4.number-written-in-four-ways",
      title =
          "users connect whose ids are a number, once plain, then 0 before, .0 behind, + before",
      needs = "user, not credentials",
      waits = true)
  void numberWrittenInFourWays(Stage stage) {
    String number = Long.toString(stage.random().nextLong(100_000_000_000L, 999_999_999_999L));
    List<String> ids = List.of(number, "0" + number, number + ".0", "+" + number);
    Duration limit = stage.limit();
    List<Connection> connections = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      Connection connection = stage.open(ids.get(i), WirePlan.PLAIN);
      stage.awaitAll(List.of(connection), Connection::isDecided, limit);
      String later = String.join(", ", ids.subList(i + 1, ids.size()));
      boolean last = later.isEmpty();
      stage.moment();
      connection.fault(last ? Faults.NEXT : Faults.LOOK_ALIKE, last ? null : "one of " + later);
      connections.add(connection);
    }
    stage.awaitAll(connections, c -> !c.isOpen(), limit);
    connections.stream().filter(Connection::isOpen).forEach(Connection::probe);
    stage.awaitAnswers(connections);
  }
}
