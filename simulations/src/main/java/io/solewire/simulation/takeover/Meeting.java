package io.solewire.simulation.takeover;

import static io.solewire.history.Trace.NEVER;

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
  private long begun;

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
      begun = load.clock().nanos();
      long bound = bound() + Load.MARGIN_NANOS;
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
    if (!tooMany()) {
      over();
      return;
    }
    long last = last();
    long doubt = load.doubtNanos(last, last);
    if (doubt > 0 && load.clock().nanos() < begun + load.settleWithin().toNanos() - bound()) {
      resident.loop().schedule(this::ask, doubt, TimeUnit.NANOSECONDS);
      return;
    }
    unrelated().forEach(Attempt::probe);
    resident.loop().schedule(this::listened, Load.LAST_PROBE_NANOS, TimeUnit.NANOSECONDS);
  }

  /** When the last one of all that may have met came in. */
  private long last() {
    return resident.attempts().stream()
        .map(Attempt::trace)
        .mapToLong(t -> t.admitted() == NEVER ? t.requested() : t.admitted())
        .filter(t -> t != NEVER)
        .max()
        .orElse(0);
  }

  private long bound() {
    return load.profile().evicted().forceWithSlack().toNanos();
  }

  /** Silence has to last until it is more than a slow answer. */
  private void listened() {
    if (unrelated().stream().anyMatch(Attempt::awaitsAnswer)) {
      long rest = Load.PROBE_PATIENCE_NANOS - Load.LAST_PROBE_NANOS;
      resident.loop().schedule(this::part, rest, TimeUnit.NANOSECONDS);
    } else {
      part();
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
