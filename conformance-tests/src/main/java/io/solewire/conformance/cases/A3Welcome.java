package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Stage;

/** A3: a newcomer is never refused because an older connection exists. */
final class A3Welcome {

  @ConformanceCase(
      id = "A3.newcomer-beside-live-incumbent",
      title = "a user connects while an older connection is alive")
  void besideLiveIncumbent(Stage stage) {
    String user = stage.newUser();
    stage.connect(user);
    stage.connect(user);
  }
}
