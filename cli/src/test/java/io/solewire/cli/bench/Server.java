package io.solewire.cli.bench;

import io.solewire.conformance.target.ChildProcess;
import io.solewire.conformance.target.LoopbackPort;
import io.solewire.conformance.target.Readiness;
import io.solewire.conformance.target.TargetException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;

/** A server in a process of its own that something is measured on. */
record Server(ChildProcess process, int port) implements AutoCloseable {

  /** How the launcher tunes {@code serve}. */
  static final List<String> TUNING =
      List.of(
          "-Xmn64m",
          "-XX:MinHeapFreeRatio=10",
          "-XX:MaxHeapFreeRatio=20",
          "-XX:-ShrinkHeapInSteps");

  private static final Duration READY = Duration.ofSeconds(30);

  /** By a command that is told its port. */
  static Server start(Path log, IntFunction<List<String>> command) throws TargetException {
    int port = LoopbackPort.free();
    ChildProcess process = ChildProcess.start(command.apply(port), Path.of("."), log);
    Readiness.await(process, List.of(port), READY, () -> false);
    return new Server(process, port);
  }

  /** The command of the reference server, with more options and the flags of the launcher. */
  static List<String> reference(int port, String... options) {
    List<String> flags = new ArrayList<>(List.of("-XX:+UseSerialGC"));
    flags.addAll(TUNING);
    List<String> command = java(flags, "io.solewire.cli.Main", "serve", "--port", "" + port);
    command.addAll(List.of(options));
    return command;
  }

  /** A Java class on our own class path, with the flags of the servers that we start ourselves. */
  static List<String> java(String main, String... arguments) {
    return java(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmn64m"), main, arguments);
  }

  static List<String> java(List<String> flags, String main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-Xshare:auto", "-cp", System.getProperty("java.class.path"), main));
    command.addAll(List.of(arguments));
    return command;
  }

  String url(String query) {
    return "ws://127.0.0.1:" + port + "/ws?user={user}" + query;
  }

  /** The server itself: what we start is a guard around it, which does nothing. */
  long pid() {
    return ProcessHandle.of(process.pid())
        .flatMap(guard -> guard.descendants().max(Comparator.comparing(Server::worked)))
        .map(ProcessHandle::pid)
        .orElseGet(process::pid);
  }

  private static Duration worked(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  @Override
  public void close() {
    process.close();
  }
}
