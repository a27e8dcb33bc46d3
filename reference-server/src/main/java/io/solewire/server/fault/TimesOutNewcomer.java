package io.solewire.server.fault;

import io.netty.util.concurrent.Future;
import io.solewire.server.registry.Connection;
import io.solewire.server.registry.Registry;
import io.solewire.server.registry.Release;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The idle timer of an evicted connection that never said goodbye runs on, and what it closes in
 * the end is the user's newest connection (dotnet/MQTTnet #486; vertx-mqtt-broker #25).
 */
final class TimesOutNewcomer implements Behaviour {
  private final Registry registry;
  private final Optional<Duration> idle;

  TimesOutNewcomer(FaultSetting setting) {
    this.registry = setting.registry();
    this.idle = setting.idle();
  }

  @Override
  public void evict(Takeover takeover) {
    Behaviour.super.evict(takeover);
    idle.ifPresent(limit -> takeover.incumbents().forEach(older -> runOn(takeover, older, limit)));
  }

  private void runOn(Takeover takeover, Connection older, Duration limit) {
    Future<?> timer =
        takeover
            .newcomer()
            .eventLoop()
            .schedule(
                () -> registry.current(older.key()).ifPresent(Connection::drop),
                limit.toNanos(),
                TimeUnit.NANOSECONDS);
    older
        .ended()
        .thenAccept(
            release -> {
              if (release == Release.ECHOED) {
                timer.cancel(false);
              }
            });
  }
}
