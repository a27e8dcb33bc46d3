package io.solewire.conformance.cases;

import io.solewire.conformance.stage.Stage;
import java.util.function.IntConsumer;

/**
 * Rounds of a script, bundle by bundle: between two bundles all connections of the case are let go
 * of, so that many rounds need no more of them than some. Stateless.
 */
final class Bundles {

  private static final int ROUNDS = 20;

  /** A round has no more of them. */
  private static final int CONNECTIONS = 6;

  private Bundles() {}

  /**
   * Runs a script.
   *
   * @param rounds how many in all
   * @param script runs so many rounds and waits for what comes of them
   */
  static void of(Stage stage, int rounds, IntConsumer script) {
    int bundle = Math.max(1, Math.min(ROUNDS, stage.room() / CONNECTIONS));
    for (int left = rounds; left > 0; left -= bundle) {
      script.accept(Math.min(bundle, left));
      if (left > bundle) {
        stage.letGo();
      }
    }
  }
}
