package io.solewire.cli.bench;

import io.solewire.cli.load.LoadException;
import io.solewire.cli.load.LoadProcess;
import io.solewire.history.EventLog;
import io.solewire.history.HistoryException;
import io.solewire.history.HistoryReader;
import io.solewire.load.LoadPlan;
import io.solewire.load.Workload;
import io.solewire.profile.Profile;
import io.solewire.profile.ProfileException;
import io.solewire.profile.ProfileReader;
import io.solewire.result.LoadOutcome;
import io.solewire.result.LoadResult;
import io.solewire.result.Metric;
import io.solewire.simulation.calibrate.Throughput;
import io.solewire.simulation.takeover.LoadSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The generator as any load has it: Gatling, history and judges, in its own process. Stateless. */
final class Instrument {

  /** So many newcomers are on their way at a time. */
  static final int AT_ONCE = 128;

  /** Newcomers a second at which latencies are no queues. */
  static final int EASY = 500;

  private static final double FLOOD = 100_000;
  private static final int USERS = 400;

  /** What it says once a second, while it counts. */
  static final String MEASURING = "measuring ";

  private static final long PATIENCE_SECONDS = 180;

  private Instrument() {}

  /** Takeovers a second where far more are planned than anybody can do. */
  static double perSecond(String url, Path folder, Extent extent, String... set)
      throws ProfileException, LoadException, HistoryException, IOException {
    return perSecond(url, folder, extent, text -> {}, set);
  }

  /** The same, and somebody is told what it says once a second. */
  static double perSecond(
      String url, Path folder, Extent extent, Consumer<String> told, String... set)
      throws ProfileException, LoadException, HistoryException, IOException {
    LoadPlan plan =
        new LoadPlan(
            Workload.TAKEOVER.text(),
            FLOOD,
            USERS,
            extent.warmupSeconds() * 1_000L,
            extent.seconds() * 1_000L,
            "uniform",
            List.of());
    int most = USERS + LoadSettings.CANARIES + 1 + AT_ONCE;
    List<String> settings = new ArrayList<>(List.of(set));
    settings.add("limits.connections=" + most);
    process(url, folder, plan, settings).run(told);
    Throughput throughput = new Throughput(plan);
    HistoryReader.read(folder.resolve(EventLog.FILE), throughput::accept);
    return throughput.perSecond();
  }

  /** Takeovers a second as above, and the eviction latency at a rate that is no burden. */
  static List<Double> takeovers(String url, Supplier<Path> folders, Extent extent, String... set)
      throws ProfileException, LoadException, HistoryException, IOException {
    double most = perSecond(url, folders.get(), extent, set);
    LoadPlan plan =
        new LoadPlan(
            Workload.TAKEOVER.text(),
            EASY,
            USERS,
            extent.each().toMillis(),
            extent.each().toMillis(),
            "uniform",
            List.of());
    LoadOutcome outcome = process(url, folders.get(), plan, List.of(set)).run(text -> {});
    String name = Metric.EVICTION.text();
    if (outcome.load() == null || !outcome.load().metrics().containsKey(name)) {
      throw new IOException("no eviction was measured on " + url);
    }
    LoadResult.Latency eviction = outcome.load().metrics().get(name);
    return List.of(most, (double) eviction.p50(), (double) eviction.p99());
  }

  private static LoadProcess process(String url, Path folder, LoadPlan plan, List<String> set)
      throws ProfileException, IOException {
    Profile profile = ProfileReader.forUrl(url, Map.of());
    return new LoadProcess(
        new LoadProcess.Request(
            new LoadProcess.Server(profile, url, "", 0),
            Optional.empty(),
            set,
            plan,
            1,
            Files.createDirectories(folder).toAbsolutePath(),
            "./solewire load",
            List.of(),
            OptionalInt.empty(),
            false));
  }

  /**
   * Something that is looked at while users are held.
   *
   * @param <T> what is seen
   */
  interface Look<T> {
    T at(long pid) throws IOException, InterruptedException;
  }

  /** Looks at the generator while it holds so many users. */
  static <T> T holding(String url, Path folder, int users, Look<T> look)
      throws ProfileException,
          IOException,
          ExecutionException,
          InterruptedException,
          TimeoutException {
    LoadPlan plan =
        new LoadPlan(
            Workload.HOLD.text(),
            20,
            users,
            1_000,
            15_000,
            "uniform",
            List.of(),
            Map.of("ramp", "2000"));
    LoadProcess process = process(url, folder, plan, List.of());
    CompletableFuture<Void> measuring = new CompletableFuture<>();
    CompletableFuture<Void> over =
        CompletableFuture.runAsync(
            () -> {
              try {
                process.run(
                    text -> {
                      if (text.startsWith(MEASURING)) {
                        measuring.complete(null);
                      }
                    });
              } catch (LoadException e) {
                measuring.completeExceptionally(e);
              }
            });
    measuring.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    try {
      return look.at(Heap.pid("io.gatling.app.Gatling"));
    } finally {
      over.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }
}
