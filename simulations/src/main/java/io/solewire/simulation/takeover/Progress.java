package io.solewire.simulation.takeover;

import io.solewire.simulation.metrics.LoadCounters;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

/**
 * Says once a second how loads go on that begin together, in lines that whoever started this
 * process can tell from Gatling's. Thread-safe.
 */
public final class Progress implements AutoCloseable {

  /** What each such line begins with. */
  public static final String PREFIX = "solewire: ";

  /** What the line begins with, after that, that says where the load's live metrics are. */
  public static final String METRICS = "metrics  ";

  private final List<Load> loads;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          body -> {
            Thread thread = new Thread(body, "solewire-progress");
            thread.setDaemon(true);
            return thread;
          });
  private long started;
  private long evicted;

  Progress(List<Load> loads) {
    this.loads = loads;
    timer.scheduleAtFixedRate(this::say, 1, 1, TimeUnit.SECONDS);
  }

  /** Says where the load's page for Prometheus is. */
  static void metrics(URI page) {
    System.out.println(PREFIX + METRICS + page);
    System.out.flush();
  }

  private void say() {
    long startedNow = sum(LoadCounters::started);
    long evictedNow = sum(LoadCounters::evicted);
    System.out.println(
        PREFIX
            + loads.get(0).crowd().phase()
            + String.format(
                Locale.ROOT,
                ", %d newcomers/s, %d evictions/s",
                startedNow - started,
                evictedNow - evicted));
    System.out.flush();
    started = startedNow;
    evicted = evictedNow;
  }

  private long sum(ToLongFunction<LoadCounters> count) {
    return loads.stream().mapToLong(load -> count.applyAsLong(load.health().counters())).sum();
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
