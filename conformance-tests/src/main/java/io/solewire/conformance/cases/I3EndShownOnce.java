package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Stage;

/** I3: effects of the end of the incumbent run once at most, and never late. */
final class I3EndShownOnce {

  @ConformanceCase(
      id = "I3.end-of-the-incumbent",
      title =
          "an observer watches takeovers; the end of the incumbent shows once at most, and early",
      needs = "presence",
      waits = true)
  void endOfTheIncumbent(Stage stage) {
    ObservedTakeovers.watched(stage);
  }
}
