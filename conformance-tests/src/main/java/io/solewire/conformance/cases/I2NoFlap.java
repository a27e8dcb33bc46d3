package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Stage;

/** I2: a takeover does not show as the user leaving and returning. */
final class I2NoFlap {

  @ConformanceCase(
      id = "I2.no-flap",
      title = "an observer watches takeovers; the user is not to leave and return",
      needs = "presence",
      waits = true)
  void noFlap(Stage stage) {
    ObservedTakeovers.watched(stage);
  }
}
