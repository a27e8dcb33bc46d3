package io.solewire.conformance;

import io.solewire.conformance.run.ConformanceRun;
import io.solewire.conformance.run.Judged;
import io.solewire.profile.Profile;
import io.solewire.result.CaseResult;
import io.solewire.result.RunResult;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Whole runs against hostile servers, in a process of their own whose memory is bounded. Reads a
 * line for each: a port, {@code url} or {@code full}, an existing folder, the most seconds; and
 * prints lines of what came of it, the last of which is {@link #END}.
 */
final class HostileRun {

  /** The last line of a run. */
  static final String END = "end";

  /** What the process ends with if a run did not end. */
  private static final int HUNG = 99;

  private HostileRun() {}

  public static void main(String[] args) throws Exception {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(HostileRun::daemon);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] words = line.split(" ", 4);
      ScheduledFuture<?> limit =
          clock.schedule(HostileRun::hung, Long.parseLong(words[2]), TimeUnit.SECONDS);
      run(Integer.parseInt(words[0]), words[1], Path.of(words[3]));
      limit.cancel(false);
      System.out.println(END);
    }
    Runtime.getRuntime().halt(0);
  }

  private static Thread daemon(Runnable body) {
    Thread thread = new Thread(body, "limit");
    thread.setDaemon(true);
    return thread;
  }

  private static void run(int port, String kind, Path folder) throws Exception {
    Profile profile = kind.equals("full") ? Suite.fullProfile(port) : Suite.plainProfile(port);
    Instant begin = Instant.now();
    ConformanceRun.Outcome outcome = Suite.judge(profile, folder, Suite.all());
    RunResult result =
        new Judged(profile, "test", "./solewire conform", 1, begin, false).with(outcome).result();
    System.out.println("run " + result.verdict().text() + " exit " + result.exitCode());
    result.problems().forEach(problem -> System.out.println("problem " + problem));
    result.cases().forEach(HostileRun::print);
    System.out.println("took " + result.durationMs() + " ms");
    System.out.println("threads " + left());
  }

  private static void print(CaseResult result) {
    String why = result.reason() == null ? result.actual() : result.reason();
    System.out.println("case " + result.verdict().text() + " " + result.id() + " " + why);
  }

  private static void hung() {
    System.out.println("the run did not end");
    Thread.getAllStackTraces().forEach(HostileRun::print);
    System.out.flush();
    Runtime.getRuntime().halt(HUNG);
  }

  private static void print(Thread thread, StackTraceElement[] stack) {
    System.out.println(thread);
    List.of(stack).forEach(line -> System.out.println("    " + line));
  }

  /** Threads of connections that are still there a while after the end. */
  private static long left() throws InterruptedException {
    long enough = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    long left = threads();
    while (left > 0 && System.nanoTime() < enough) {
      Thread.currentThread().join(50);
      left = threads();
    }
    return left;
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("wire-") || name.startsWith("WebSocket"))
        .count();
  }
}
