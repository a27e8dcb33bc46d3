package io.solewire.simulation.watch;

import io.solewire.result.Readings.Usage;
import java.util.EnumMap;
import java.util.Map;

/** The fullest that things with an end were. Not thread-safe. */
final class Peaks {

  private final Map<Thing, Usage> fullest = new EnumMap<>(Thing.class);

  /** What has an end. */
  enum Thing {
    DESCRIPTORS,
    PORTS,
    CONNTRACK,
    BACKLOG
  }

  void see(Thing thing, Usage now) {
    fullest.merge(thing, now, (most, other) -> other.used() >= most.used() ? other : most);
  }

  /** Null if it was never seen. */
  Usage of(Thing thing) {
    return fullest.get(thing);
  }
}
