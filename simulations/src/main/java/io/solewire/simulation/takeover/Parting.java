package io.solewire.simulation.takeover;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * How a user goes away on its own. Not thread-safe: everything happens on the user's event loop. It
 * goes if it is there and no other connection is on its way, and not while a message is.
 */
final class Parting {

  private final Load load;
  private final Resident resident;
  private int awaited;

  Parting(Load load, Resident resident) {
    this.load = load;
    this.resident = resident;
  }

  /** True while it waits for its mail before it goes. */
  boolean isAwaited() {
    return awaited > 0;
  }

  /** Leaves in order. */
  void goodbye() {
    part(Attempt::goodbye);
  }

  /** Is gone without a word. */
  void crash() {
    part(Attempt::crash);
  }

  private void part(Consumer<Attempt> how) {
    if (resident.mail().isOut()) {
      awaited++;
      resident.mail().later(() -> again(how));
    } else {
      resident.attempts().alone().ifPresent(one -> part(one, how));
    }
  }

  private void again(Consumer<Attempt> how) {
    awaited--;
    part(how);
    resident.settle();
  }

  /** After a while nobody waits any more for the end of one that was there before. */
  private void part(Attempt one, Consumer<Attempt> how) {
    resident.mail().unreachable();
    how.accept(one);
    long bound = load.patienceNanos() + Load.MARGIN_NANOS;
    resident.loop().schedule(resident::settle, bound, TimeUnit.NANOSECONDS);
  }

  /** An older one may yet be told that it is over because of one that came later and has left. */
  boolean awaits(Attempt older, Attempt left) {
    return older.isAlive()
        && older.trace().requested() < left.trace().requested()
        && load.clock().nanos() < left.trace().requested() + load.patienceNanos();
  }
}
