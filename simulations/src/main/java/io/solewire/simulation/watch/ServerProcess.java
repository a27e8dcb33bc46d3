package io.solewire.simulation.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/**
 * Looks once a second how much memory the server has, if we have started it: the resident memory of
 * its process and of those that this has started (Linux, {@code /proc/PID/status}). Thread-safe.
 */
public final class ServerProcess implements AutoCloseable {

  private static final int KIB = 1_024;

  private final long pid;
  private final LongConsumer bytes;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          body -> {
            Thread thread = new Thread(body, "solewire-server-memory");
            thread.setDaemon(true);
            return thread;
          });

  private ServerProcess(long pid, LongConsumer bytes) {
    this.pid = pid;
    this.bytes = bytes;
  }

  /**
   * Begins.
   *
   * @param pid of the server's process; 0 if it was not started here: then nothing is looked at
   * @param bytes is handed each reading
   */
  public static ServerProcess watch(long pid, LongConsumer bytes) {
    ServerProcess watched = new ServerProcess(pid, bytes);
    if (pid > 0) {
      watched.timer.scheduleAtFixedRate(watched::look, 0, 1, TimeUnit.SECONDS);
    }
    return watched;
  }

  private void look() {
    resident(pid).ifPresent(bytes);
  }

  /** Of a process and its descendants, in bytes; empty if it is gone, or this is no Linux. */
  static OptionalLong resident(long pid) {
    LongStream all =
        LongStream.concat(
            LongStream.of(pid),
            ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToLong(ProcessHandle::pid));
    long bytes = all.map(ServerProcess::ofOne).sum();
    return bytes > 0 ? OptionalLong.of(bytes) : OptionalLong.empty();
  }

  private static long ofOne(long pid) {
    try {
      return bytes(Files.readString(Path.of("/proc", Long.toString(pid), "status")));
    } catch (IOException e) {
      return 0; // gone
    }
  }

  /** Out of the text of {@code /proc/PID/status}; 0 if it does not say. */
  static long bytes(String status) {
    return status
        .lines()
        .filter(line -> line.matches("VmRSS:\\s+\\d{1,15} kB"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIB)
        .sum();
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
