package io.solewire.server.fault;

import io.solewire.server.registry.Connection;
import java.util.concurrent.atomic.AtomicLong;

/** Each greeting has a lower epoch than the one before, whichever user's it is. */
final class EpochFalls implements Behaviour {
  private static final long HIGHEST = 1L << 40;
  private final AtomicLong next = new AtomicLong(HIGHEST);

  @Override
  public long epoch(Connection newcomer) {
    return next.decrementAndGet();
  }
}
