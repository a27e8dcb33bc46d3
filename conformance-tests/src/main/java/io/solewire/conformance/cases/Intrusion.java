package io.solewire.conformance.cases;

import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Stage;
import io.solewire.profile.Login;
import java.util.ArrayList;
import java.util.List;

/**
 * The script that A4, B7 and H5 look at: beside a live connection somebody logs in who is not the
 * user.
 */
final class Intrusion {

  private Intrusion() {}

  /** Tries each of these logins beside a live connection of a user of its own. */
  static void each(Stage stage, List<Login> logins, String mark) {
    List<Connection> incumbents = new ArrayList<>();
    List<Connection> intruders = new ArrayList<>();
    for (int round = 0; round < stage.budget().pick(1, 10); round++) {
      for (Login login : logins) {
        String user = stage.newUser();
        incumbents.add(stage.connect(user));
        stage.moment();
        Connection intruder = stage.guests().intruder(user, login);
        intruder.fault(mark, login.name());
        intruders.add(intruder);
      }
    }
    stage.awaitAll(intruders, Connection::isEvicted, stage.profile().evicted().force());
    stage.quiet();
    if (stage.publisher().works()) {
      incumbents.forEach(c -> stage.publisher().publish(c.user()));
      stage.awaitMessages(incumbents);
    }
    incumbents.stream().filter(Connection::isOpen).forEach(Connection::probe);
    stage.awaitAnswers(incumbents);
  }
}
