package io.solewire.conformance.target;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * A target that was started as a child process. Thread-safe. It is stopped on {@link #close}, its
 * descendants with it; if that never happens, its guard stops it when this process is gone.
 */
public final class ChildProcess implements Running {

  private static final long POLL_NANOS = 20_000_000;
  private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

  private final Process process;
  private final Path log;

  private ChildProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
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

  @Override
  public long pid() {
    return process.pid();
  }

  @Override
  public boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public String ending() {
    return "ended with status " + process.exitValue();
  }

  @Override
  public String tail() {
    return Tail.of(log);
  }

  @Override
  public void kill() {
    List<ProcessHandle> family = family();
    family.forEach(ProcessHandle::destroyForcibly);
    await(family, ChildProcess::isRunning);
  }

  @Override
  public void stop() {
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
