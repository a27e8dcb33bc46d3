package io.solewire.cli.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * A target that was started as a child process. Thread-safe. It is stopped on {@link #close}, its
 * descendants with it; if that never happens, its guard stops it when this process is gone.
 */
final class ChildProcess implements AutoCloseable {

  private static final int TAIL_LINES = 20;
  private static final long POLL_NANOS = 20_000_000;
  private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

  private final Process process;
  private final Path log;

  private ChildProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  static ChildProcess start(List<String> command, Path directory, Path log) throws TargetException {
    String program = command.get(0);
    if (!Guard.isProgram(program, directory)) {
      throw TargetException.notStarted(
          "the target could not be started: start.command: there is no program '" + program + "'");
    }
    try {
      Process process =
          new ProcessBuilder(Guard.around(command))
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      return new ChildProcess(process, log);
    } catch (IOException e) {
      throw TargetException.notStarted("the target could not be started: " + e.getMessage());
    }
  }

  /** Waits until a loopback port accepts connections, or nobody wants it any more. */
  void awaitPort(int port, Duration bound, BooleanSupplier unwanted) throws TargetException {
    long deadline = System.nanoTime() + bound.toNanos();
    while (!accepts(port)) {
      if (unwanted.getAsBoolean()) {
        close();
        throw TargetException.interrupted();
      }
      if (!process.isAlive()) {
        int status = process.exitValue();
        close();
        throw TargetException.notStarted(
            "the target ended with status " + status + " before it was ready" + tail());
      }
      if (System.nanoTime() > deadline) {
        close();
        throw TargetException.notStarted(
            "the target was not ready within "
                + bound.toMillis()
                + " ms: nothing accepts on port "
                + port
                + tail());
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  private static boolean accepts(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  String tail() {
    try {
      List<String> lines =
          new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
      List<String> last = lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
      return last.isEmpty()
          ? "; it printed nothing"
          : "; it printed:\n  " + String.join("\n  ", last);
    } catch (IOException | UncheckedIOException e) {
      return "; what it printed cannot be read: " + e.getMessage();
    }
  }

  @Override
  public void close() {
    List<ProcessHandle> family = family();
    family.forEach(ProcessHandle::destroy);
    process.destroy();
    long deadline = System.nanoTime() + STOP_WITHIN.toNanos();
    while (family.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < deadline) {
      LockSupport.parkNanos(POLL_NANOS);
    }
    family.forEach(ProcessHandle::destroyForcibly);
  }

  /** Taken at once: what loses its parent is nobody's descendant any more. */
  private List<ProcessHandle> family() {
    List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
    family.add(process.toHandle());
    return family;
  }
}
