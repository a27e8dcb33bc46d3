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
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The takeover load as a Gatling simulation sees it. Thread-safe. SIGTERM cuts it short: newcomers
 * stop coming, what is under way is settled, and the results are written before the process ends.
 * So they are if it does not come to its end in time; they prove nothing then.
 */
public final class TakeoverLoad implements AutoCloseable {

  private static final Duration FAREWELL = Duration.ofSeconds(18);
  private static final Duration TO_CONCLUDE = Scribe.PATIENCE.plusSeconds(30);

  private final LoadRequest request;
  private final List<Load> loads;
  private final Optional<MetricsPage> page;
  private final Progress progress;
  private final AtomicBoolean concluding = new AtomicBoolean();
  private final Thread hook = new Thread(this::interrupted, "solewire-interrupted");

  private TakeoverLoad(LoadRequest request, List<Load> loads, Optional<MetricsPage> page) {
    this.request = request;
    this.loads = loads;
    this.page = page;
    page.ifPresent(shown -> Progress.metrics(shown.uri()));
    this.progress = new Progress(loads);
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
    Assembly assembly = new Assembly(request.all().size());
    List<Load> loads = new ArrayList<>();
    for (LoadRequest each : request.all()) {
      loads.add(load(each, assembly, request));
    }
    return new TakeoverLoad(request, loads, page(loads.get(0), request.metricsPort()));
  }

  private static Load load(LoadRequest each, Assembly assembly, LoadRequest target) {
    try {
      return new Load(each, assembly);
    } catch (IOException | HistoryException e) {
      if (e.getCause() instanceof UnknownHostException) {
        String which = each == target ? "" : "what it is compared with: ";
        unreachable(target, which + e.getMessage());
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
    loads.forEach(Load::interrupt);
    awaitConclusion(FAREWELL);
  }

  /** Number of virtual users that hold connections. */
  public int population() {
    return loads.stream().mapToInt(Load::population).sum();
  }

  /** In which time they come: whole seconds, since Gatling 3.15.1 starts nobody in less. */
  public Duration rampUp() {
    return time().rampUp();
  }

  /** By then it is over, whatever hangs. */
  public Duration atMost() {
    return time().atMost();
  }

  private LoadTime time() {
    return new LoadTime(request.plan(), request.all().stream().map(LoadRequest::profile).toList());
  }

  /** What a virtual user does from its first connect to its last. */
  public void live(VirtualUser user) {
    int index = (int) (user.number() - 1);
    for (Load load : loads) {
      if (index < load.population()) {
        load.crowd().live(user, index);
        return;
      }
      index -= load.population();
    }
  }

  /** What the last virtual user does: judge, write, and give each gate its row. */
  public void conclude(VirtualUser user) {
    concluding.set(true);
    Thread thread = new Thread(() -> judge(user), "solewire-conclusion");
    thread.start();
  }

  private void judge(VirtualUser user) {
    try {
      progress.close();
      Conclusion.write(loads, Optional.of(user));
    } finally {
      loads.get(0).concluded();
      user.next();
    }
  }

  /** Gatling has ended it, with whatever was still to come. */
  private void concludeLate() {
    if (concluding.get()) {
      awaitConclusion(TO_CONCLUDE);
    } else {
      for (Load load : loads) {
        String doing = load.crowd().phase();
        load.health().doubt("it did not end within " + atMost().toSeconds() + " s: " + doing);
      }
      Conclusion.write(loads, Optional.empty());
      loads.get(0).concluded();
    }
  }

  private void awaitConclusion(Duration bound) {
    try {
      loads.get(0).awaitConclusion(bound);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
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
    request.reference().ifPresent(reference -> rows.add(Conclusion.COMPARED));
    return rows;
  }

  @Override
  public void close() {
    concludeLate();
    progress.close();
    page.ifPresent(MetricsPage::close);
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ignored) {
      // the process is on its way out
    }
  }
}
