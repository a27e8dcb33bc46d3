package io.solewire.conformance.stage;

import io.solewire.conformance.race.Schedule;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The rounds of a case's races. Thread-safe. */
public final class Rounds {

  private final List<Schedule> asked;
  private final AtomicInteger count = new AtomicInteger();

  Rounds(List<Schedule> asked) {
    this.asked = asked;
  }

  /** The case's own rounds, unless the run was asked for others. */
  public List<Schedule> orAsked(List<Schedule> own) {
    return asked.isEmpty() ? own : asked;
  }

  /** The number of the round that begins. */
  int next() {
    return count.incrementAndGet();
  }
}
