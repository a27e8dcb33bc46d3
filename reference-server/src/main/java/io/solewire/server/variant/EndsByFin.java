package io.solewire.server.variant;

import io.solewire.server.fault.Behaviour;
import io.solewire.server.fault.Takeover;
import io.solewire.server.registry.Connection;
import io.solewire.server.registry.Status;
import java.util.concurrent.TimeUnit;

/**
 * The evicted see the end of TCP and nothing else: FIN, or RST where they were just saying
 * something (MQTT 3.1.1: Mosquitto, aedes).
 */
final class EndsByFin implements Behaviour {
  private static final long AGAIN_MILLIS = 1;

  @Override
  public void evict(Takeover takeover) {
    takeover.incumbents().forEach(older -> older.eventLoop().execute(() -> end(older)));
  }

  /** Whose own 101 is not written yet is ended once it is. */
  private static void end(Connection older) {
    if (older.status() == Status.OPENING) {
      older.eventLoop().schedule(() -> end(older), AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    } else {
      older.drop();
    }
  }
}
