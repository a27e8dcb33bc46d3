package io.solewire.server.variant;

import io.solewire.server.fault.Behaviour;
import io.solewire.server.fault.Takeover;
import io.solewire.server.registry.Connection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The incumbent is closed first, and the newcomer is admitted when it has ended; but not later than
 * half a second, whatever it does (MQTT-3.1.4-3; EMQX and MongooseIM wait 1 to 3 s).
 */
final class ClosesFirst implements Behaviour {
  private static final long LONGEST_MILLIS = 500;

  @Override
  public void admit(Takeover takeover, Runnable open) {
    if (takeover.incumbents().isEmpty()) {
      open.run();
      return;
    }
    takeover.incumbents().forEach(older -> older.close(takeover.signal()));
    CompletableFuture<?>[] ends =
        takeover.incumbents().stream()
            .map(Connection::ended)
            .map(end -> end.toCompletableFuture())
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(ends)
        .completeOnTimeout(null, LONGEST_MILLIS, TimeUnit.MILLISECONDS)
        .thenRunAsync(open, takeover.newcomer().eventLoop());
  }
}
