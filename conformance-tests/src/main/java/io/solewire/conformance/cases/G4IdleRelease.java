package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Stage;
import io.solewire.judge.Faults;
import java.time.Duration;
import java.util.List;

/** G4: a dead connection without successor is released in the idle time. */
final class G4IdleRelease {

  @ConformanceCase(
      id = "G4.silent-and-alone",
      title = "a user's only connection falls silent, and nobody takes over",
      needs = "closes.idle of at most 60s",
      waits = true)
  void silentAndAlone(Stage stage) {
    Connection only = stage.connect(stage.newUser());
    only.fault(Faults.SILENCE, null);
    only.wire().silence();
    Duration after = stage.profile().closes().idle().orElseThrow().after();
    Duration slack = after.dividedBy(10).plusMillis(350);
    stage.awaitAll(List.of(only), c -> !c.isOpen(), after.plus(slack));
  }
}
