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
import java.util.function.LongSupplier;

/**
 * What the threads of a process had of processors, by the kernel's own account (Linux, {@code
 * schedstat}; elsewhere nothing is known). To read it costs a file for each thread, so all that
 * watch this process share one, and what was read a moment ago is good enough. Thread-safe.
 */
final class OwnThreads {

  /** Three numbers are read at once: the kernel writes them anew for each read from the start. */
  private static final int LINE = 80;

  private static final OwnThreads OF_THIS_PROCESS =
      new OwnThreads(
          Path.of("/proc/self/task"), Busy.ofMachine(), Duration.ofMillis(240), System::nanoTime);

  private final Path tasks;
  private final Busy machine;
  private final long fresh;
  private final LongSupplier clock;
  private Map<String, Time> before;
  private Account account;

  /**
   * Makes one.
   *
   * @param tasks the folder of a process's threads
   * @param machine all that works on the machine, this process included
   * @param fresh what was read less than this ago is not read again
   * @param clock nanoseconds
   */
  OwnThreads(Path tasks, Busy machine, Duration fresh, LongSupplier clock) {
    this.tasks = tasks;
    this.machine = machine;
    this.fresh = fresh.toNanos();
    this.clock = clock;
    this.before = each();
    this.account = new Account(clock.getAsLong(), Time.NONE, machine.nanos());
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
  record Time(long ran, long waited) {

    static final Time NONE = new Time(0, 0);

    Time plus(Time other) {
      return new Time(ran + other.ran, waited + other.waited);
    }

    Time since(Time earlier) {
      return new Time(Math.max(0, ran - earlier.ran), Math.max(0, waited - earlier.waited));
    }
  }

  /**
   * All of it, as it was at a moment.
   *
   * @param at when it was read, nanoseconds
   * @param ours of all threads together, those that have ended included, since the beginning
   * @param busy what all processors of the machine have worked, nanoseconds
   */
  record Account(long at, Time ours, long busy) {}

  /** As it is now, or was a moment ago. */
  synchronized Account account() {
    long now = clock.getAsLong();
    if (now - account.at() >= fresh) {
      Map<String, Time> each = each();
      Time ours = account.ours();
      for (Map.Entry<String, Time> task : each.entrySet()) {
        Time earlier = before.getOrDefault(task.getKey(), Time.NONE);
        ours = ours.plus(task.getValue().since(earlier));
      }
      before = each;
      account = new Account(now, ours, machine.nanos());
    }
    return account;
  }

  private Map<String, Time> each() {
    Map<String, Time> each = new HashMap<>();
    try (DirectoryStream<Path> folder = Files.newDirectoryStream(tasks)) {
      for (Path task : folder) {
        each.put(task.getFileName().toString(), time(task.resolve("schedstat")));
      }
    } catch (IOException | RuntimeException e) {
      return each; // no such account on this system
    }
    return each;
  }

  private static Time time(Path schedstat) {
    try (InputStream in = new FileInputStream(schedstat.toFile())) {
      byte[] line = new byte[LINE];
      int length = Math.max(0, in.read(line));
      String[] words = new String(line, 0, length, StandardCharsets.US_ASCII).split(" ");
      return new Time(Long.parseLong(words[0]), Long.parseLong(words[1]));
    } catch (IOException | RuntimeException e) {
      return Time.NONE; // it has ended meanwhile
    }
  }
}
