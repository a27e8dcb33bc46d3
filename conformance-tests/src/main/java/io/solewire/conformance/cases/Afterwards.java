package io.solewire.conformance.cases;

import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Stage;

/** Whether a newcomer is still what it was, after something that must not touch it. Stateless. */
final class Afterwards {

  private Afterwards() {}

  /** Publishes to it, if that is possible, and probes it. */
  static void look(Stage stage, Connection newcomer) {
    if (!newcomer.isOpen()) {
      return;
    }
    if (stage.publisher().works()) {
      stage.publisher().publish(newcomer.user());
      stage.publisher().publish(newcomer.user());
      newcomer.awaitMessages(Waited.ARRIVAL);
    }
    newcomer.answers();
  }

  /** The same, and then the next one of its user comes: does the server still know it? */
  static void lookAndEvict(Stage stage, Connection newcomer) {
    if (newcomer.isOpen()) {
      look(stage, newcomer);
      stage.connect(newcomer.user());
    }
  }
}
