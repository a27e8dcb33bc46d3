package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Stage;
import io.solewire.wire.WirePlan;
import java.time.Duration;
import java.util.List;

/** C1: no data frame follows the server's Close. */
final class C1NoDataAfterClose {

  private static final int MESSAGES = 5;

  @ConformanceCase(
      id = "C1.published-to-while-closing",
      title = "messages are published to the user while the incumbent has not echoed the Close",
      needs = "evicted.by: close or evicted.by: message")
  void publishedToWhileClosing(Stage stage) {
    String user = stage.newUser();
    Connection incumbent = stage.connect(user, WirePlan.PLAIN.withholdingClose());
    if (stage.publisher().works()) {
      stage.publisher().publish(user);
    }
    Connection newcomer = stage.open(user, WirePlan.PLAIN);
    stage.atOnce(incumbent::isEvicted, stage.profile().evicted().forceWithSlack());
    for (int i = 0; i < MESSAGES && stage.publisher().works(); i++) {
      stage.publisher().publish(user);
    }
    newcomer.admitted();
    stage.awaitAll(List.of(incumbent), Connection::isReleased, Duration.ofSeconds(1));
  }
}
