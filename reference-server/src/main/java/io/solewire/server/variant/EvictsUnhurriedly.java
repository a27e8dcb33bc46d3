package io.solewire.server.variant;

import io.netty.util.concurrent.Future;
import io.solewire.server.fault.Behaviour;
import io.solewire.server.fault.Takeover;
import io.solewire.server.registry.Connection;
import java.util.concurrent.TimeUnit;

/** The incumbent is told 150 ms after the newcomer was admitted, and is served until then. */
final class EvictsUnhurriedly implements Behaviour {
  private static final long LATER_MILLIS = 150;

  @Override
  public void evict(Takeover takeover) {
    for (Connection older : takeover.incumbents()) {
      Future<?> later =
          older
              .eventLoop()
              .schedule(() -> older.close(takeover.signal()), LATER_MILLIS, TimeUnit.MILLISECONDS);
      older.ended().thenRun(() -> later.cancel(false));
    }
  }
}
