package io.solewire.simulation.takeover;

import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What becomes of connections of one user of which nobody knows who came later: if more stay than
 * may, they are asked once the deadline is over, and let go of but the last, so that it can be
 * judged. Not thread-safe: everything happens on the user's event loop.
 */
final class Meeting {

  private final Load load;
  private final Resident resident;
  private boolean waiting;

  Meeting(Load load, Resident resident) {
    this.load = load;
    this.resident = resident;
  }

  /** True while those that stay are going to be asked. */
  boolean isWaiting() {
    return waiting;
  }

  /** Somebody was admitted, refused, or told. */
  void look() {
    if (!waiting && tooMany()) {
      waiting = true;
      long bound = load.profile().evicted().forceWithSlack().toNanos() + Load.MARGIN_NANOS;
      resident.loop().schedule(this::ask, bound, TimeUnit.NANOSECONDS);
    }
  }

  private boolean tooMany() {
    return unrelated().size() > load.profile().policy().max();
  }

  /** Those that are there without one that is definitely later. */
  private List<Attempt> unrelated() {
    return resident.attempts().stream().filter(a -> a.isAlive() && a.successor() == null).toList();
  }

  private void ask() {
    if (tooMany()) {
      unrelated().forEach(Attempt::probe);
      resident.loop().schedule(this::part, Load.LAST_PROBE_NANOS, TimeUnit.NANOSECONDS);
    } else {
      over();
    }
  }

  private void part() {
    List<Attempt> left = unrelated();
    left.stream().limit(Math.max(0, left.size() - 1)).forEach(Attempt::letGo);
    over();
  }

  private void over() {
    waiting = false;
    resident.settle();
  }
}
