package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Stage;

/** C6: a responsive incumbent is evicted within the promised time. */
final class C6EvictedInTime {

  @ConformanceCase(
      id = "C6.responsive-incumbent",
      title = "an incumbent that answers is evicted within the promised time")
  void responsiveIncumbent(Stage stage) {
    Takeovers.several(stage, 3);
  }
}
