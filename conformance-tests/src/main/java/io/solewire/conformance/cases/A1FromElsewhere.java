package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Stage;
import io.solewire.wire.WirePlan;

/** A1: a user is the same user wherever they come from. */
final class A1FromElsewhere {

  private static final WirePlan HERE = WirePlan.PLAIN;
  private static final WirePlan ELSEWHERE = WirePlan.PLAIN.fromElsewhere();

  /** Of a server that admits nobody from there nothing can be told: so one comes alone first. */
  @ConformanceCase(
      id = "A1.from-elsewhere",
      title = "a user connects again from another address",
      needs = "url: 127.0.0.1")
  void fromElsewhere(Stage stage) {
    stage.connect(stage.newUser(), ELSEWHERE);
    Takeovers.settled(
        stage,
        2,
        (user, round) -> {
          boolean there = round % 2 == 0;
          stage.connect(user, there ? HERE : ELSEWHERE);
          stage.connect(user, there ? ELSEWHERE : HERE);
        });
  }
}
