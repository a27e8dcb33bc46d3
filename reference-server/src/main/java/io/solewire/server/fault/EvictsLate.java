package io.solewire.server.fault;

import io.netty.util.concurrent.Future;
import io.solewire.server.registry.Connection;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The older connection is served on for the fault delay before its Close frame is sent. */
final class EvictsLate implements Behaviour {
  private final Duration delay;

  EvictsLate(FaultSetting setting) {
    this.delay = setting.delay();
  }

  @Override
  public void evict(Takeover takeover) {
    for (Connection incumbent : takeover.incumbents()) {
      Future<?> later =
          incumbent
              .eventLoop()
              .schedule(
                  () -> incumbent.close(takeover.signal()), delay.toNanos(), TimeUnit.NANOSECONDS);
      incumbent.ended().thenRun(() -> later.cancel(false));
    }
  }
}
