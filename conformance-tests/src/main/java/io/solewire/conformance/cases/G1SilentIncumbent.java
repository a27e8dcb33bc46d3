package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Stage;
import io.solewire.judge.Faults;
import io.solewire.wire.WirePlan;

/** G1: an incumbent that no longer answers neither delays nor prevents the newcomer. */
final class G1SilentIncumbent {

  @ConformanceCase(
      id = "G1.silent-incumbent",
      title = "the incumbent says nothing any more, not even an echo, when the newcomer comes")
  void silentIncumbent(Stage stage) {
    String user = stage.newUser();
    Connection incumbent = stage.connect(user);
    incumbent.fault(Faults.SILENCE, null);
    incumbent.wire().silence();
    stage.connect(user);
  }

  @ConformanceCase(
      id = "G1.incumbent-does-not-read",
      title = "the incumbent does not read any more when the newcomer comes")
  void incumbentDoesNotRead(Stage stage) {
    String user = stage.newUser();
    Connection incumbent = stage.connect(user, WirePlan.PLAIN.withSmallWindow());
    incumbent.fault(Faults.STOP_READING, null);
    incumbent.wire().stopReading();
    stage.connect(user);
  }
}
