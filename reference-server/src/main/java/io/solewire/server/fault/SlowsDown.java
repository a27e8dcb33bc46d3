package io.solewire.server.fault;

import io.solewire.server.registry.Connection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** What a takeover leaves behind is searched at the next one, slower each time (MQTTnet #1552). */
final class SlowsDown implements Behaviour {
  private static final long MICROS_EACH = 500;

  private final Map<String, Integer> leftBehind = new ConcurrentHashMap<>();

  @Override
  public void evict(Takeover takeover) {
    int count = leftBehind.merge(takeover.newcomer().user(), 1, Integer::sum);
    for (Connection incumbent : takeover.incumbents()) {
      incumbent
          .eventLoop()
          .schedule(
              () -> incumbent.close(takeover.signal()), count * MICROS_EACH, TimeUnit.MICROSECONDS);
    }
  }
}
