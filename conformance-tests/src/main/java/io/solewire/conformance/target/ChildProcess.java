package io.solewire.conformance.target;

import io.solewire.profile.Start;
import io.solewire.profile.Variables;
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
import java.util.function.Predicate;

/**
 * A target that was started as a child process. Thread-safe. It is stopped on {@link #close}, its
 * descendants with it; if that never happens, its guard stops it when this process is gone.
 */
public final class ChildProcess implements AutoCloseable {

  private static final int TAIL_LINES = 20;
  private static final long POLL_NANOS = 20_000_000;
  private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

  private final Process process;
  private final Path log;

  private ChildProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts what a profile says and waits until it is ready.
   *
   * @param start the profile's {@code start}
   * @param port stands for {@code {port}}
   * @param log where its output goes
   * @param unwanted turns true when it need not be started any more
   * @return the process, which accepts connections
   * @throws TargetException if it cannot be started, ends at once, or is not ready in time; nothing
   *     is left of it then
   */
  public static ChildProcess start(Start start, int port, Path log, BooleanSupplier unwanted)
      throws TargetException {
    Variables known = Variables.NONE.with("port", Integer.toString(port));
    List<String> command = start.command().stream().map(part -> part.render(known)).toList();
    int ready = Integer.parseInt(start.readyPort().render(known));
    ChildProcess child = start(command, start.directory(), log);
    child.awaitPort(ready, start.readyWithin(), unwanted);
    return child;
  }

  /**
   * Starts a command.
   *
   * @param command program and arguments
   * @param directory working directory
   * @param log where its output goes
   * @return the process, ready or not
   * @throws TargetException if there is no such program, or it cannot be started
   */
  public static ChildProcess start(List<String> command, Path directory, Path log)
      throws TargetException {
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
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      return new ChildProcess(process, log);
    } catch (IOException e) {
      throw TargetException.notStarted("the target could not be started: " + e.getMessage());
    }
  }

  /**
   * Waits until a loopback port accepts connections, or nobody wants it any more.
   *
   * @param port which
   * @param bound how long that may take
   * @param unwanted turns true when nobody waits for it any more
   * @throws TargetException if it is not ready in time, has ended, or is not wanted; it is stopped
   *     then
   */
  public void awaitPort(int port, Duration bound, BooleanSupplier unwanted) throws TargetException {
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

  /** Number of the process. */
  public long pid() {
    return process.pid();
  }

  /** False once it has ended. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** The end of what it printed, as a half-sentence; never fails. */
  public String tail() {
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

  /** Ends it and its descendants without warning; they are gone when this returns. */
  void kill() {
    List<ProcessHandle> family = family();
    family.forEach(ProcessHandle::destroyForcibly);
    await(family, ChildProcess::isRunning);
  }

  /** Asks it and its descendants to stop, and does not wait. */
  void stop() {
    family().forEach(ProcessHandle::destroy);
  }

  @Override
  public void close() {
    List<ProcessHandle> family = family();
    family.forEach(ProcessHandle::destroy);
    await(family, ProcessHandle::isAlive);
    family.forEach(ProcessHandle::destroyForcibly);
  }

  private static void await(List<ProcessHandle> family, Predicate<ProcessHandle> there) {
    long deadline = System.nanoTime() + STOP_WITHIN.toNanos();
    while (family.stream().anyMatch(there) && System.nanoTime() < deadline) {
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  /** A process that has ended but that nobody has asked about holds neither port nor connection. */
  private static boolean isRunning(ProcessHandle handle) {
    if (!handle.isAlive()) {
      return false;
    }
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(handle.pid()), "stat"));
      return !stat.substring(stat.lastIndexOf(')')).startsWith(") Z");
    } catch (IOException e) {
      return handle.isAlive(); // it has gone meanwhile, or there is no such file system
    }
  }

  /** Taken at once: what loses its parent is nobody's descendant any more. */
  private List<ProcessHandle> family() {
    List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
    family.add(process.toHandle());
    return family;
  }
}
