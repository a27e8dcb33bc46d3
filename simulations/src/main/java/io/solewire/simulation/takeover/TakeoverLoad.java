package io.solewire.simulation.takeover;

import io.solewire.history.HistoryException;
import io.solewire.load.Workload;
import io.solewire.load.gate.Gate;
import io.solewire.load.gate.Gates;
import io.solewire.result.LoadOutcome;
import io.solewire.result.Results;
import io.solewire.simulation.gatling.VirtualUser;
import io.solewire.simulation.metrics.MetricsPage;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;

/**
 * The takeover load as a Gatling simulation sees it. Thread-safe. SIGTERM cuts it short: newcomers
 * stop coming, what is under way is settled, and the results are written before the process ends.
 */
public final class TakeoverLoad implements AutoCloseable {

  private static final int MOST_USERS_PER_SECOND = 1_000;
  private static final Duration FAREWELL = Duration.ofSeconds(18);
  private static final Duration OVERHEAD = Duration.ofSeconds(60);

  private final LoadRequest request;
  private final Load load;
  private final Optional<MetricsPage> page;
  private final Progress progress;
  private final Thread hook = new Thread(this::interrupted, "solewire-interrupted");

  private TakeoverLoad(LoadRequest request, Load load, Optional<MetricsPage> page) {
    this.request = request;
    this.load = load;
    this.page = page;
    page.ifPresent(shown -> Progress.metrics(shown.uri()));
    this.progress = new Progress(load);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Begins one.
   *
   * @param workload who comes when
   * @param properties see {@link LoadProperties}
   * @return the load; its users come when Gatling says so
   * @throws IllegalArgumentException if a property is not what it has to be; all problems at once
   * @throws IllegalStateException if there is no such host, or nothing can be written
   */
  public static TakeoverLoad begin(Workload workload, Properties properties) {
    LoadRequest request = LoadProperties.request(workload, properties);
    try {
      Load load = new Load(request);
      return new TakeoverLoad(request, load, page(load, request.metricsPort()));
    } catch (IOException | HistoryException e) {
      if (e.getCause() instanceof UnknownHostException) {
        unreachable(request, e.getMessage());
      }
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** Leaves word for whoever started this process. */
  private static void unreachable(LoadRequest request, String why) {
    try {
      Results.write(
          request.out().resolve(LoadOutcome.FILE), new LoadOutcome(null, why, false, null));
    } catch (IOException e) {
      throw new IllegalStateException(why + "; and that cannot be written: " + e, e);
    }
  }

  private static Optional<MetricsPage> page(Load load, OptionalInt port) {
    if (port.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(MetricsPage.open(port.getAsInt(), load.sources()));
    } catch (IOException e) {
      throw new IllegalStateException(
          "solewire.metrics-port: "
              + port.getAsInt()
              + ": expected a free port of 127.0.0.1: "
              + e.getMessage(),
          e);
    }
  }

  private void interrupted() {
    load.interrupt();
    try {
      load.awaitConclusion(FAREWELL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Number of virtual users that hold connections. */
  public int population() {
    return load.population();
  }

  /** In which time they come: whole seconds, since Gatling 3.15.1 starts nobody in less. */
  public Duration rampUp() {
    boolean holds = request.plan().workload() == Workload.HOLD;
    int usual = holds ? Math.max(1, (int) request.plan().number("ramp")) : MOST_USERS_PER_SECOND;
    int most = Math.min(usual, request.profile().limits().connectsPerSecond().orElse(usual));
    return Duration.ofSeconds(Math.max(1, (load.population() + most - 1) / most));
  }

  /** By then it is over, whatever hangs. */
  public Duration atMost() {
    return rampUp().plus(load.atMost()).plus(OVERHEAD);
  }

  /** What a virtual user does from its first connect to its last. */
  public void live(VirtualUser user) {
    load.crowd().live(user);
  }

  /** What the last virtual user does: judge, write, and give each gate its row. */
  public void conclude(VirtualUser user) {
    Thread thread = new Thread(() -> conclude(user, request), "solewire-conclusion");
    thread.start();
  }

  private void conclude(VirtualUser user, LoadRequest asked) {
    try {
      progress.close();
      Conclusion.write(load, asked.out(), user);
    } finally {
      load.concluded();
      user.next();
    }
  }

  /** Names of the rows that must not fail. */
  public List<String> rows() {
    List<String> rows = new ArrayList<>();
    for (Gate gate : Gates.parse(request.plan().gates())) {
      rows.add(Conclusion.row(gate.expression()));
    }
    rows.add(Conclusion.RULES);
    rows.add(Conclusion.PROVEN);
    return rows;
  }

  @Override
  public void close() {
    progress.close();
    page.ifPresent(MetricsPage::close);
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ignored) {
      // the process is on its way out
    }
  }
}
