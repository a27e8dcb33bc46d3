package io.solewire.conformance.cases;

import io.solewire.conformance.ConformanceCase;
import io.solewire.conformance.Race;
import io.solewire.conformance.stage.Stage;
import io.solewire.judge.Faults;

/** D7: a chain of takeovers without a pause ends with the last one there and all others gone. */
final class D7Chain {

  @Race
  @ConformanceCase(id = "D7.chain-of-takeovers", title = "one takeover after the other, no pause")
  void chainOfTakeovers(Stage stage) {
    String user = stage.newUser();
    for (int link = 0; link < stage.budget().pick(100, 1000); link++) {
      stage.connect(user).fault(Faults.CHAIN, null);
    }
    stage.settle(user);
  }
}
