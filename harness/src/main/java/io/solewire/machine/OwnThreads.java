package io.solewire.machine;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What the threads of a process had of processors, by the kernel's own account (Linux, {@code
 * schedstat}; elsewhere nothing is known). To read it costs a file for each thread, so all that
 * watch this process share one, and what was read a moment ago is good enough. Thread-safe.
 */
final class OwnThreads {

  private static final OwnThreads OF_THIS_PROCESS =
      new OwnThreads(Path.of("/proc/self/task"), Duration.ofMillis(100));

  /** Three numbers are read at once: the kernel writes them anew for each read from the start. */
  private static final int LINE = 80;

  private final Path tasks;
  private final long fresh;
  private Map<String, Account> before;
  private Account total = Account.NONE;
  private long read;

  /**
   * Makes one.
   *
   * @param tasks the folder of a process's threads
   * @param fresh what was read less than this ago is not read again
   */
  OwnThreads(Path tasks, Duration fresh) {
    this.tasks = tasks;
    this.fresh = fresh.toNanos();
    this.before = each();
    this.read = System.nanoTime();
  }

  /** The one that is shared. */
  static OwnThreads ofThisProcess() {
    return OF_THIS_PROCESS;
  }

  /**
   * Time of threads.
   *
   * @param ran on a processor, nanoseconds
   * @param waited for one, with work to do, nanoseconds
   */
  record Account(long ran, long waited) {

    static final Account NONE = new Account(0, 0);

    Account plus(Account other) {
      return new Account(ran + other.ran, waited + other.waited);
    }

    Account since(Account earlier) {
      return new Account(Math.max(0, ran - earlier.ran), Math.max(0, waited - earlier.waited));
    }
  }

  /** Of all threads together, those that have ended included, since this was made. */
  synchronized Account total() {
    long now = System.nanoTime();
    if (now - read >= fresh) {
      Map<String, Account> each = each();
      each.forEach(
          (task, account) ->
              total = total.plus(account.since(before.getOrDefault(task, Account.NONE))));
      before = each;
      read = now;
    }
    return total;
  }

  private Map<String, Account> each() {
    Map<String, Account> each = new HashMap<>();
    try (DirectoryStream<Path> folder = Files.newDirectoryStream(tasks)) {
      for (Path task : folder) {
        each.put(task.getFileName().toString(), account(task.resolve("schedstat")));
      }
    } catch (IOException | RuntimeException e) {
      return each; // no such account on this system
    }
    return each;
  }

  private static Account account(Path schedstat) {
    try (InputStream in = new FileInputStream(schedstat.toFile())) {
      byte[] line = new byte[LINE];
      int length = Math.max(0, in.read(line));
      String[] words = new String(line, 0, length, StandardCharsets.US_ASCII).split(" ");
      return new Account(Long.parseLong(words[0]), Long.parseLong(words[1]));
    } catch (IOException | RuntimeException e) {
      return Account.NONE; // it has ended meanwhile
    }
  }
}
