package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Stage;
import io.solewire.judge.Faults;
import java.time.Duration;
import java.util.List;

/** H3: clients without a user id do not evict one another. */
final class H3Nameless {

  @ConformanceCase(
      id = "H3.user-empty-or-left-out",
      title = "clients connect whose user id is empty, or left out of the URL's query; two of each",
      waits = true)
  void userEmptyOrLeftOut(Stage stage) {
    Duration limit = stage.limit();
    List<Connection> first = both(stage);
    stage.awaitAll(first, Connection::isDecided, limit);
    stage.quiet(); // whoever is closed as nobody is closed by now
    first.forEach(c -> c.fault(Faults.NAMELESS, "another one without a user id"));
    if (first.stream().noneMatch(Connection::isOpen)) {
      return;
    }
    List<Connection> second = both(stage);
    second.forEach(c -> c.fault(Faults.NEXT, null));
    stage.awaitAll(second, Connection::isDecided, limit);
    stage.awaitAll(first, c -> !c.isOpen(), limit);
    first.stream().filter(Connection::isOpen).forEach(Connection::probe);
    stage.awaitAnswers(first);
  }

  private static List<Connection> both(Stage stage) {
    return List.of(
        stage.openNameless(stage.newUser(), "a client with an empty user id", false),
        stage.openNameless(stage.newUser(), "a client without a user id", true));
  }
}
