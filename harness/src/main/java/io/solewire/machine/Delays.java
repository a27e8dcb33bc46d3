package io.solewire.machine;

import io.solewire.machine.OwnThreads.Account;
import io.solewire.machine.OwnThreads.Time;
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
  private final int processors;
  private final Deque<Account> accounts = new ArrayDeque<>();

  /**
   * Makes one.
   *
   * @param threads of this process
   * @param processors of the machine
   */
  Delays(OwnThreads threads, int processors) {
    this.threads = threads;
    this.processors = processors;
    accounts.add(threads.account());
  }

  /**
   * Looks; to be called at regular intervals.
   *
   * @return the share of their time that threads with work to do waited lately because processors
   *     worked for others, beyond what is usual; 0 to 1
   */
  double waiting() {
    Account now = threads.account();
    accounts.addLast(now);
    if (accounts.size() > LOOKS + 1) {
      accounts.removeFirst();
    }
    return beyondUsual(accounts.getFirst(), now);
  }

  /** That others have as much of the processors as we have is usual: {@link Crowd} says so too. */
  private double beyondUsual(Account then, Account now) {
    Time ours = now.ours().since(then.ours());
    long wanted = ours.ran() + ours.waited();
    long capacity = (now.at() - then.at()) * processors;
    if (wanted < LITTLE || capacity <= 0) {
      return 0;
    }
    double waited = (double) ours.waited() / wanted;
    double others = (double) (now.busy() - then.busy() - ours.ran()) / capacity;
    return Math.max(0, 2 * Math.min(waited, others) - 1);
  }
}
