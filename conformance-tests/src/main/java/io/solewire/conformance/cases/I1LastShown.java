package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Stage;

/** I1: observers are not left thinking a connected user is offline. */
final class I1LastShown {

  @ConformanceCase(
      id = "I1.observers-after-takeover",
      title = "an observer watches takeovers; in the end it must not think that the user has left",
      needs = "presence",
      waits = true)
  void observersAfterTakeover(Stage stage) {
    ObservedTakeovers.watched(stage);
  }
}
