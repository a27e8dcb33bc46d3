package io.solewire.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process for each processor that does nothing but work, of the lowest priority: no processor is
 * ever idle, and runs that are judged meanwhile compete with one another, and hardly with it. Ends
 * with its parent.
 */
final class BusyMachine implements AutoCloseable {

  private static final int STOP_SECONDS = 5;

  private final List<Process> processes = new ArrayList<>();
  private static volatile long worked;

  private BusyMachine() {}

  static BusyMachine start() throws IOException {
    BusyMachine machine = new BusyMachine();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = System.getProperty("java.class.path");
    List<String> command =
        List.of("nice", "-n", "19", java, "-Xmx16m", "-cp", classes, BusyMachine.class.getName());
    for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
      ProcessBuilder process = new ProcessBuilder(command);
      process.redirectOutput(ProcessBuilder.Redirect.DISCARD);
      process.redirectError(ProcessBuilder.Redirect.INHERIT);
      machine.processes.add(process.start());
    }
    return machine;
  }

  /** Works until its standard input ends, which it does when the parent does. */
  public static void main(String[] args) throws IOException {
    Thread work = new Thread(BusyMachine::work, "busy");
    work.setDaemon(true);
    work.start();
    while (System.in.read() >= 0) {
      // nothing is said to it
    }
  }

  private static void work() {
    long sum = 0;
    while (true) {
      sum = sum * 31 + 7;
      if (sum == 42) {
        worked = sum; // so that the work is not left out
      }
    }
  }

  /** True if every process has been at work all the time. */
  boolean isBusy() {
    return processes.stream().allMatch(Process::isAlive);
  }

  @Override
  public void close() {
    processes.forEach(Process::destroy);
    for (Process process : processes) {
      try {
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      } catch (InterruptedException e) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }
}
