package io.solewire.machine;

import io.solewire.machine.OwnThreads.Account;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How long the threads of this process waited for a processor because these worked for others. The
 * number of threads that want one ({@link Crowd}) does not tell that: a scheduler that shares by
 * groups gives some much and others little. Threads that wait for each other's turns are the
 * crowd's business. For one thread.
 */
final class Delays {

  /** A wait is told when it ends, so the account is only right over some time. */
  private static final int LOOKS = 4;

  /** Less than this wanted in all those looks tells nothing, in nanoseconds. */
  private static final long LITTLE = 20_000_000;

  private final OwnThreads threads;
  private final Busy machine;
  private final Deque<Look> looks = new ArrayDeque<>();
  private Account before;
  private long busyBefore;

  /**
   * Makes one.
   *
   * @param threads of this process
   * @param machine all that works on the machine, this process included
   */
  Delays(OwnThreads threads, Busy machine) {
    this.threads = threads;
    this.machine = machine;
    this.before = threads.total();
    this.busyBefore = machine.nanos();
  }

  /** Since the look before: what our threads had, and what all had, of how much there was. */
  private record Look(Account ours, long busy, long capacity) {

    static final Look NONE = new Look(Account.NONE, 0, 0);

    Look plus(Look other) {
      return new Look(ours.plus(other.ours), busy + other.busy, capacity + other.capacity);
    }
  }

  /**
   * Looks; to be called at regular intervals.
   *
   * @param passed since the last look, in nanoseconds
   * @return the share of their time that threads with work to do waited lately because processors
   *     worked for others, beyond what is usual; 0 to 1
   */
  double waiting(long passed) {
    Account now = threads.total();
    long busy = machine.nanos();
    long worked = Math.max(0, busy - busyBefore);
    looks.addLast(new Look(now.since(before), worked, passed * machine.processors()));
    before = now;
    busyBefore = busy;
    if (looks.size() > LOOKS) {
      looks.removeFirst();
    }
    return beyondUsual(looks.stream().reduce(Look.NONE, Look::plus));
  }

  /** That others have as much of the processors as we have is usual: {@link Crowd} says so too. */
  private static double beyondUsual(Look look) {
    long wanted = look.ours().ran() + look.ours().waited();
    if (wanted < LITTLE || look.capacity() <= 0) {
      return 0;
    }
    double waited = (double) look.ours().waited() / wanted;
    double others = (double) (look.busy() - look.ours().ran()) / look.capacity();
    return Math.max(0, 2 * Math.min(waited, others) - 1);
  }
}
