package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Stage;
import io.solewire.judge.Faults;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** D7: a chain of takeovers without a pause ends with the last one there and all others gone. */
final class D7Chain {

  private static final int FEWEST = 5;

  /** So many links may wait to be told that they are over; a longer chain lets go of the told. */
  private static final int UNTOLD = 200;

  @ConformanceCase(
      id = "D7.chain-of-takeovers",
      title = "one takeover after the other, no pause",
      needs = "policy without damper")
  void chainOfTakeovers(Stage stage) {
    String user = stage.newUser();
    stage.alone(() -> chain(stage, user));
    stage.settle(List.of(user));
  }

  private static void chain(Stage stage, String user) {
    Duration bound = Duration.ofSeconds(stage.budget().bound(10, 120));
    long enough = System.nanoTime() + bound.toNanos();
    int most = Math.min(UNTOLD, stage.room() / 2);
    Deque<Connection> untold = new ArrayDeque<>();
    for (int link = 0; link < stage.budget().pick(100, 10_000); link++) {
      Connection newcomer = stage.connect(user);
      newcomer.fault(Faults.CHAIN, null);
      untold.add(newcomer);
      while (untold.size() > 1 && untold.peek().isReleased()) {
        stage.release(untold.poll());
      }
      boolean slow = link >= FEWEST && System.nanoTime() > enough;
      if (untold.size() >= most || slow) {
        break; // a slow server's chain is shorter; the finding says how long it was
      }
    }
  }
}
