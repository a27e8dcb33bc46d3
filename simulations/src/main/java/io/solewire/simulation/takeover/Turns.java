package io.solewire.simulation.takeover;

import io.solewire.history.Role;
import io.solewire.judge.Faults;
import io.solewire.load.LoadPlan;
import io.solewire.load.Mix;
import io.solewire.load.Workload;
import java.util.concurrent.TimeUnit;

/**
 * When it is a user's turn, and what it does then. Not thread-safe: everything happens on the
 * user's event loop. An open model: a turn comes at its instant, whatever became of the one before.
 * In a duel a device that was evicted comes again after a pause, and that is its instant.
 */
final class Turns {

  private static final long TOO_LATE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final Load load;
  private final Resident resident;
  private final int index;
  private int next;
  private int coming;
  private boolean ended;

  Turns(Load load, Resident resident, int index) {
    this.load = load;
    this.resident = resident;
    this.index = index;
  }

  /** True if no turn comes any more. */
  boolean areOver() {
    return next == Integer.MAX_VALUE && coming == 0;
  }

  void end() {
    ended = true;
    next = Integer.MAX_VALUE;
    coming = 0;
  }

  void await() {
    if (next == Integer.MAX_VALUE) {
      return;
    }
    if (next >= load.schedule().count(index) || load.life().isOver()) {
      next = Integer.MAX_VALUE;
      afterDuel();
      resident.settle();
      return;
    }
    int number = load.schedule().newcomer(index, next);
    if (load.isLost(index)) {
      int first = number - number % load.plan().users();
      at(load.due(first), resident.parting()::crash);
    }
    at(load.due(number), this::turn);
  }

  /** When the duel is over its user comes once more, and has to be let in. */
  private void afterDuel() {
    if (load.plan().workload() == Workload.DUEL && !load.life().isOver()) {
      coming++;
      long over = load.life().origin() + load.plan().length();
      at(over + load.plan().nanos("pause"), this::last);
    }
  }

  private void last() {
    coming--;
    if (!ended && !load.life().isOver()) {
      resident.begin(Coming.unplanned(Role.SUBJECT, Faults.AFTER_DUEL));
    }
    resident.settle();
  }

  private void at(long due, Runnable what) {
    long wait = due - load.clock().nanos();
    if (wait > 0) {
      resident.loop().schedule(what, wait, TimeUnit.NANOSECONDS);
    } else {
      resident.loop().execute(what);
    }
  }

  private void turn() {
    if (next == Integer.MAX_VALUE || load.life().isOver()) {
      await();
      return;
    }
    int number = load.schedule().newcomer(index, next);
    if (isTooLate(load.due(number))) {
      next++;
      load.room().passOn();
      await();
      return;
    }
    Mix.Deed deed = load.schedule().deed(number);
    if (deed == Mix.Deed.TAKEOVER && !load.room().isFree()) {
      load.room().await(resident.loop(), this::turn);
      return;
    }
    next++;
    switch (deed) {
      case TAKEOVER -> come(load.due(number), load.looksClosely(number));
      case LEAVE -> resident.parting().goodbye();
      case CRASH -> resident.parting().crash();
      default -> resident.write();
    }
    await();
  }

  /** What was not made on one level, or in one's turn, is not made up for in the next. */
  private boolean isTooLate(long due) {
    Workload workload = load.plan().workload();
    return (workload == Workload.CAPACITY || workload == Workload.VERSUS)
        && load.clock().nanos() - due > TOO_LATE_NANOS;
  }

  private void come(long due, boolean closely) {
    String phase = load.plan().phase(due - load.life().origin());
    long late = load.clock().nanos() - due;
    load.health().started(late, phase.equals(LoadPlan.MEASURED));
    resident.begin(new Coming(phase, due, late, Role.SUBJECT, closely, load.parts().mark()));
  }

  /** One of its devices was evicted. */
  void evicted(long t) {
    if (load.plan().workload() != Workload.DUEL || ended) {
      return;
    }
    long due = t + load.plan().nanos("pause");
    if (due < load.life().origin() + load.plan().length() && !load.life().isOver()) {
      coming++;
      at(due, () -> again(due));
    }
  }

  private void again(long due) {
    if (ended) {
      return;
    }
    if (!load.life().isOver() && !load.room().isFree()) {
      load.room().await(resident.loop(), () -> again(due));
      return;
    }
    coming--;
    if (!load.life().isOver()) {
      come(due, load.looksClosely(resident.conns()));
    }
    resident.settle();
  }
}
