package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Stage;
import io.solewire.wire.WirePlan;
import java.util.ArrayList;
import java.util.List;

/** A1: a user is the same user wherever they come from. */
final class A1FromElsewhere {

  private static final WirePlan HERE = WirePlan.PLAIN;
  private static final WirePlan ELSEWHERE = WirePlan.PLAIN.fromElsewhere();

  @ConformanceCase(
      id = "A1.from-elsewhere",
      title = "a user connects again from another address",
      needs = "url: 127.0.0.1")
  void fromElsewhere(Stage stage) {
    stage.connect(
        stage.newUser(), ELSEWHERE); // or nothing can be told of those who come from there
    Bundles.of(stage, Takeovers.rounds(stage, 2), rounds -> fromElsewhere(stage, rounds));
  }

  private static void fromElsewhere(Stage stage, int rounds) {
    List<String> users = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      String user = stage.newUser();
      users.add(user);
      boolean there = round % 2 == 0;
      stage.connect(user, there ? HERE : ELSEWHERE);
      stage.connect(user, there ? ELSEWHERE : HERE);
    }
    stage.settle(users);
  }
}
