package io.solewire.simulation.takeover;

import java.util.concurrent.atomic.AtomicInteger;

/** How many connections may be open at a time. Thread-safe. */
final class Room {

  private final int most;
  private final AtomicInteger open = new AtomicInteger();

  Room(int most) {
    this.most = most;
  }

  /** True if one more finds room; asking takes none. */
  boolean isFree() {
    return open.get() < most;
  }

  /** How many are open. */
  int taken() {
    return open.get();
  }

  void enter() {
    open.incrementAndGet();
  }

  void leave() {
    open.decrementAndGet();
  }
}
