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
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A target that was started as a child process. Thread-safe. It is stopped on {@link #close} and,
 * if that never happens, when this process ends; its descendants are stopped with it.
 */
final class ChildProcess implements AutoCloseable {

  private static final int TAIL_LINES = 20;
  private static final long POLL_NANOS = 20_000_000;
  private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

  private final Process process;
  private final Path log;
  private final Thread atExit = new Thread(this::kill, "stop-target");

  private ChildProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  static ChildProcess start(List<String> command, Path directory, Path log) throws TargetException {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      process.getOutputStream().close();
      return new ChildProcess(process, log);
    } catch (IOException e) {
      throw TargetException.notStarted("the target could not be started: " + e.getMessage());
    }
  }

  /** Waits until a loopback port accepts connections. */
  void awaitPort(int port, Duration bound) throws TargetException {
    long deadline = System.nanoTime() + bound.toNanos();
    while (!accepts(port)) {
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
    kill();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException ignored) {
      // this process is ending; the hook does the same
    }
  }

  private void kill() {
    List<ProcessHandle> family = process.descendants().toList();
    process.destroy();
    family.forEach(ProcessHandle::destroy);
    try {
      if (!process.waitFor(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    family.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
  }
}
