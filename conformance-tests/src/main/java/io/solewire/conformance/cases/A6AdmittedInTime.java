package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Stage;
import io.solewire.judge.Faults;
import io.solewire.wire.WirePlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A6: the newcomer is admitted in time, whatever state the incumbent is in. */
final class A6AdmittedInTime {

  @ConformanceCase(
      id = "A6.whatever-the-incumbent-does",
      title = "newcomers beside incumbents that answer, are silent, do not echo or do not read")
  void whateverTheIncumbentDoes(Stage stage) {
    for (int round = 0; round < stage.budget().pick(1, 10); round++) {
      List<Connection> incumbents = new ArrayList<>();
      incumbents.add(stage.connect(stage.newUser()));
      incumbents.add(stage.connect(stage.newUser(), WirePlan.PLAIN.withholdingClose()));
      Connection silent = stage.connect(stage.newUser());
      silent.fault(Faults.SILENCE, null);
      silent.wire().silence();
      incumbents.add(silent);
      Connection deaf = stage.connect(stage.newUser(), WirePlan.PLAIN.withSmallWindow());
      deaf.fault(Faults.STOP_READING, null);
      deaf.wire().stopReading();
      incumbents.add(deaf);
      List<Connection> newcomers =
          incumbents.stream().map(c -> stage.open(c.user(), WirePlan.PLAIN)).toList();
      Duration bound = stage.limit();
      stage.awaitAll(newcomers, Connection::isDecided, bound);
    }
  }
}
