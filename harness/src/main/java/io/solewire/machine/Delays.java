package io.solewire.machine;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * How long the threads of this process waited for a processor because these worked for others, by
 * the kernel's own account (Linux, {@code schedstat}; elsewhere nothing is known). The number of
 * threads that want one ({@link Crowd}) does not tell that: a scheduler that shares by groups gives
 * some much and others little. Threads that wait for each other's turns are the crowd's business.
 * For one thread.
 */
final class Delays {

  /** A wait is told when it ends, so the account is only right over some time. */
  private static final int LOOKS = 10;

  /** Less than this wanted in all those looks tells nothing, in nanoseconds. */
  private static final long LITTLE = 20_000_000;

  private final Path tasks;
  private final Busy machine;
  private final Deque<Account> accounts = new ArrayDeque<>();
  private Map<String, Account> before;
  private long busyBefore;

  /**
   * Makes one.
   *
   * @param tasks the folder of a process's threads, such as {@code /proc/self/task}
   * @param machine all that works on the machine, this process included
   */
  Delays(Path tasks, Busy machine) {
    this.tasks = tasks;
    this.machine = machine;
    this.before = read();
    this.busyBefore = machine.nanos();
  }

  /**
   * What a thread, or all of them, had of processors: nanoseconds on one, and waiting for one; and
   * what all of the machine had meanwhile, of how much there was.
   */
  private record Account(long ran, long waited, long busy, long capacity) {

    static final Account NONE = new Account(0, 0, 0, 0);

    Account plus(Account other) {
      return new Account(
          ran + other.ran, waited + other.waited, busy + other.busy, capacity + other.capacity);
    }

    Account since(Account earlier) {
      return new Account(
          Math.max(0, ran - earlier.ran), Math.max(0, waited - earlier.waited), 0, 0);
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
    Map<String, Account> now = read();
    long busy = machine.nanos();
    Account more = new Account(0, 0, Math.max(0, busy - busyBefore), passed * machine.processors());
    for (Map.Entry<String, Account> task : now.entrySet()) {
      more = more.plus(task.getValue().since(before.getOrDefault(task.getKey(), Account.NONE)));
    }
    before = now;
    busyBefore = busy;
    accounts.addLast(more);
    if (accounts.size() > LOOKS) {
      accounts.removeFirst();
    }
    return beyondUsual(accounts.stream().reduce(Account.NONE, Account::plus));
  }

  /** That others have as much of the processors as we have is usual: {@link Crowd} says so too. */
  private static double beyondUsual(Account account) {
    long wanted = account.ran() + account.waited();
    if (wanted < LITTLE || account.capacity() <= 0) {
      return 0;
    }
    double waited = (double) account.waited() / wanted;
    double others = (double) (account.busy() - account.ran()) / account.capacity();
    return Math.max(0, 2 * Math.min(waited, others) - 1);
  }

  private Map<String, Account> read() {
    Map<String, Account> read = new HashMap<>();
    try (DirectoryStream<Path> each = Files.newDirectoryStream(tasks)) {
      for (Path task : each) {
        read.put(task.getFileName().toString(), account(task.resolve("schedstat")));
      }
    } catch (IOException | RuntimeException e) {
      return read; // no such account on this system
    }
    return read;
  }

  private static Account account(Path schedstat) {
    try {
      String[] words = Files.readString(schedstat).strip().split(" ");
      return new Account(Long.parseLong(words[0]), Long.parseLong(words[1]), 0, 0);
    } catch (IOException | RuntimeException e) {
      return Account.NONE; // it has ended meanwhile
    }
  }
}
