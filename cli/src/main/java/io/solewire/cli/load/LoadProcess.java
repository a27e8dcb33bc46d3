package io.solewire.cli.load;

import io.solewire.conformance.target.Guard;
import io.solewire.load.LoadPlan;
import io.solewire.load.Rivals;
import io.solewire.profile.Profile;
import io.solewire.result.LoadOutcome;
import io.solewire.result.Results;
import io.solewire.simulation.takeover.LoadTime;
import io.solewire.simulation.takeover.OwnedHosts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Runs a load in a process of its own: Gatling likes to end the process it runs in, and a generator
 * shares its heap with nobody. Thread-safe. The process ends with us, whatever happens.
 */
public final class LoadProcess {

  /** What the process printed, in the output folder. */
  public static final String LOG = "gatling.log";

  /** Gatling's own results, in the output folder. */
  public static final String GATLING = "gatling";

  private static final String PROGRESS = "solewire: ";
  private static final int TAIL_LINES = 12;
  private static final Duration OVERHEAD = Duration.ofSeconds(120);

  private final Request request;
  private final Duration bound;
  private Process process;
  private boolean stopped;

  /**
   * A load that was found possible.
   *
   * @param target what is put under load
   * @param versus what it is compared with, if it is
   * @param set what {@code --set} gives, {@code key=value} each
   * @param plan when newcomers come
   * @param seed the run's seed
   * @param out existing folder for the results
   * @param replay the command that makes the load again
   * @param sources addresses of this machine that connections come from; none if any will do
   * @param metricsPort on which its live metrics are served, 0 for any that is free
   * @param recorded true if the process records its flight
   */
  public record Request(
      Server target,
      Optional<Server> versus,
      List<String> set,
      LoadPlan plan,
      long seed,
      Path out,
      String replay,
      List<String> sources,
      OptionalInt metricsPort,
      boolean recorded) {

    List<Server> servers() {
      return Stream.concat(Stream.of(target), versus.stream()).toList();
    }
  }

  /**
   * A server that is there.
   *
   * @param profile what it promises
   * @param target URL or profile file, as the process finds it
   * @param ports that stand for {@code {port}} and the like in a profile, as text
   * @param pid of its process, 0 if it was not started here
   */
  public record Server(Profile profile, String target, String ports, long pid) {}

  /**
   * Prepares one.
   *
   * @param request what is asked for
   */
  public LoadProcess(Request request) {
    this(request, within(request));
  }

  /**
   * Prepares one that may not take longer.
   *
   * @param bound after which it hangs
   */
  LoadProcess(Request request, Duration bound) {
    this.request = request;
    this.bound = bound;
  }

  /**
   * Runs it to its end.
   *
   * @param progress is told how it goes on
   * @return what came of it
   * @throws LoadException if the process failed, or did not end in time
   */
  public LoadOutcome run(Consumer<String> progress) throws LoadException {
    Path log = request.out().resolve(LOG);
    Deque<String> tail = new ArrayDeque<>();
    CompletableFuture<Integer> ended = new CompletableFuture<>();
    ended.orTimeout(bound.toMillis(), TimeUnit.MILLISECONDS).exceptionally(late -> killed());
    try {
      synchronized (this) {
        process = new ProcessBuilder(Guard.around(command())).redirectErrorStream(true).start();
        if (stopped) {
          stop();
        }
      }
      read(log, tail, progress);
      int status = process.waitFor();
      if (ended.complete(status)) {
        return outcome(status, log, tail);
      }
      throw hung(log, tail);
    } catch (IOException e) {
      throw ended.isCompletedExceptionally()
          ? hung(log, tail)
          : new LoadException("the load could not be run: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LoadException("interrupted while waiting for the load");
    } finally {
      ended.complete(killed());
    }
  }

  private List<String> command() {
    Set<String> hosts = new LinkedHashSet<>();
    for (Server server : request.servers()) {
      hosts.addAll(OwnedHosts.of(server.profile(), request.plan()));
    }
    return LoadJvm.command(request, hosts);
  }

  private void read(Path log, Deque<String> tail, Consumer<String> progress) throws IOException {
    try (BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        PrintWriter copy = new PrintWriter(Files.newBufferedWriter(log), true)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(PROGRESS)) {
          progress.accept(line.substring(PROGRESS.length()));
        } else {
          copy.println(line);
          tail.add(line);
          if (tail.size() > TAIL_LINES) {
            tail.remove();
          }
        }
      }
    }
  }

  private LoadOutcome outcome(int status, Path log, Deque<String> tail) throws LoadException {
    Path file = request.out().resolve(LoadOutcome.FILE);
    if (!Files.exists(file) && isStopped()) {
      return new LoadOutcome(null, null, true, null); // before it could begin
    }
    if (!Files.exists(file)) {
      throw new LoadException(
          "the load ended with status " + status + " and left no result" + theEnd(log, tail));
    }
    try {
      LoadOutcome outcome = Results.readOutcome(file);
      Files.delete(file);
      Files.deleteIfExists(request.out().resolve(Rivals.FOLDER).resolve(LoadOutcome.FILE));
      return outcome;
    } catch (IOException e) {
      throw new LoadException("the load's result cannot be read: " + e.getMessage());
    }
  }

  private LoadException hung(Path log, Deque<String> tail) {
    return new LoadException(
        "the load did not end within " + bound.toSeconds() + " s" + theEnd(log, tail));
  }

  private static String theEnd(Path log, Deque<String> tail) {
    return "; the end of " + log + ":\n  " + String.join("\n  ", tail);
  }

  private static Duration within(Request request) {
    List<Profile> profiles = request.servers().stream().map(Server::profile).toList();
    return new LoadTime(request.plan(), profiles).atMost().plus(OVERHEAD);
  }

  /** Cuts it short: what is under way is settled and written. */
  public synchronized void stop() {
    stopped = true;
    if (process != null) {
      process.descendants().forEach(ProcessHandle::destroy);
    }
  }

  private synchronized boolean isStopped() {
    return stopped;
  }

  /** Never before all it printed is read: to kill even one that has ended closes its output. */
  private synchronized Integer killed() {
    if (process != null) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    return null;
  }
}
