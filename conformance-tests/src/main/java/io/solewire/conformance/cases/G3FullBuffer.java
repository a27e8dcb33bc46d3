package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Stage;
import io.solewire.judge.Faults;
import io.solewire.wire.WirePlan;
import java.time.Duration;
import java.util.List;

/** G3: an incumbent that does not read, with the server's buffer full, is evicted all the same. */
final class G3FullBuffer {

  private static final int BYTES = 16_384;

  /** So many in a row that are not taken show that there is no room left. */
  private static final int NOT_TAKEN = 3;

  @ConformanceCase(
      id = "G3.buffer-full-of-messages",
      title = "messages are published to an incumbent that does not read, then a newcomer comes",
      needs = "publish",
      waits = true)
  void bufferFullOfMessages(Stage stage) {
    stage.publisher().mustWork();
    String user = stage.newUser();
    Connection incumbent = stage.connect(user, WirePlan.PLAIN.withSmallWindow());
    incumbent.fault(Faults.STOP_READING, null);
    incumbent.wire().stopReading();
    int messages = 0;
    int most = stage.budget().bound(400, 1000);
    for (int notTaken = 0; messages < most && notTaken < NOT_TAKEN; messages++) {
      notTaken = stage.publisher().publishLarge(user, BYTES) ? 0 : notTaken + 1;
    }
    incumbent.fault(Faults.FULL_BUFFER, messages + " messages of 16 kB published");
    boolean through = stage.publisher().isThrough();
    stage.connect(user);
    if (through) {
      stage.publisher().publish(user);
    }
    Duration bound = stage.limit();
    List<Connection> watched = List.of(incumbent);
    stage.awaitAll(watched, Connection::isReleased, bound);
    incumbent.fault(Faults.RESUME_READING, null);
    incumbent.wire().resumeReading();
    stage.awaitAll(watched, Connection::isReleased, Duration.ofMillis(2100));
  }
}
