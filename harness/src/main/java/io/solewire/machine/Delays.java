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
 * How long the threads of this process waited for a processor, by the kernel's own account (Linux,
 * {@code schedstat}; elsewhere nothing is known). The number of threads that want one ({@link
 * Crowd}) does not tell that: a scheduler that shares by groups gives some much and others little.
 * For one thread.
 */
final class Delays {

  /** A wait is told when it ends, so the account is only right over some time. */
  private static final int LOOKS = 10;

  /** Less than this wanted in all those looks tells nothing, in nanoseconds. */
  private static final long LITTLE = 20_000_000;

  private final Path tasks;
  private final Deque<Account> accounts = new ArrayDeque<>();
  private Map<String, Account> before = new HashMap<>();

  /**
   * Makes one.
   *
   * @param tasks the folder of a process's threads, such as {@code /proc/self/task}
   */
  Delays(Path tasks) {
    this.tasks = tasks;
    this.before = read();
  }

  /** What a thread, or all of them, had of processors: nanoseconds on one, and waiting for one. */
  private record Account(long ran, long waited) {

    static final Account NONE = new Account(0, 0);

    Account plus(Account other) {
      return new Account(ran + other.ran, waited + other.waited);
    }

    Account since(Account earlier) {
      return new Account(Math.max(0, ran - earlier.ran), Math.max(0, waited - earlier.waited));
    }
  }

  /**
   * Looks; to be called at regular intervals.
   *
   * @return the share of their time that threads with work to do waited lately, beyond what is
   *     usual; 0 to 1
   */
  double waiting() {
    Map<String, Account> now = read();
    Account more = Account.NONE;
    for (Map.Entry<String, Account> task : now.entrySet()) {
      more = more.plus(task.getValue().since(before.getOrDefault(task.getKey(), Account.NONE)));
    }
    before = now;
    accounts.addLast(more);
    if (accounts.size() > LOOKS) {
      accounts.removeFirst();
    }
    return beyondUsual(accounts.stream().reduce(Account.NONE, Account::plus));
  }

  /** To wait as long as one runs is usual: {@link Crowd} takes two threads a processor for few. */
  private static double beyondUsual(Account account) {
    long wanted = account.ran() + account.waited();
    return wanted < LITTLE ? 0 : Math.max(0, 2.0 * account.waited() / wanted - 1);
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
      return new Account(Long.parseLong(words[0]), Long.parseLong(words[1]));
    } catch (IOException | RuntimeException e) {
      return Account.NONE; // it has ended meanwhile
    }
  }
}
