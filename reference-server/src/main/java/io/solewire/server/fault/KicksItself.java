package io.solewire.server.fault;

import io.solewire.server.registry.Connection;
import java.util.concurrent.TimeUnit;

/**
 * The kick of all other connections comes back to who sent it, so that nobody is left, not even one
 * that is alone (Socket.IO with its Redis adapter: see the gallery).
 */
final class KicksItself implements Behaviour {
  private static final int BACK_AFTER_MILLIS = 2;

  @Override
  public void admit(Takeover takeover, Runnable open) {
    open.run();
    Connection newcomer = takeover.newcomer();
    newcomer
        .eventLoop()
        .schedule(
            () -> newcomer.close(takeover.signal()), BACK_AFTER_MILLIS, TimeUnit.MILLISECONDS);
  }
}
