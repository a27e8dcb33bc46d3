package io.solewire.cli.calibrate;

import io.solewire.cli.load.LoadException;
import io.solewire.cli.load.LoadProcess;
import io.solewire.conformance.target.ChildProcess;
import io.solewire.conformance.target.LoopbackPort;
import io.solewire.conformance.target.Readiness;
import io.solewire.conformance.target.TargetException;
import io.solewire.history.Event;
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
import io.solewire.simulation.calibrate.Accuracy;
import io.solewire.simulation.calibrate.DelayServer;
import io.solewire.simulation.calibrate.Throughput;
import io.solewire.simulation.takeover.LoadSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Measures the instrument: the same process with Gatling, history and judges as any load, on a
 * server whose delay is known. Not thread-safe. The server is a child process that ends with us.
 */
public final class Calibration {

  private static final Duration READY_WITHIN = Duration.ofSeconds(30);
  private static final double TENTHS = 10;
  private static final String CAPACITY = "capacity";

  /** Newcomers per second that nobody can start. */
  private static final double FLOOD = 100_000;

  /** Those who find no room ask again and again, so that many would be busy with that alone. */
  private static final int CAPACITY_USERS = 200;

  private final Extent extent;
  private final long seed;
  private final String tool;
  private final Scene scene;
  private final String server;
  private final List<Cell> cells = new ArrayList<>();
  private final Instant begin = Instant.now();
  private CalibrationResult.Capacity capacity = CalibrationResult.Capacity.UNKNOWN;
  private int port;

  /**
   * Prepares one.
   *
   * @param extent how much is measured
   * @param seed of the plans
   * @param tool which release measures
   * @param scene is told how it goes on
   */
  public Calibration(Extent extent, long seed, String tool, Scene scene) {
    this(extent, seed, tool, scene, DelayServer.class.getName());
  }

  /** The same on another server, by the class that is started with a port. */
  Calibration(Extent extent, long seed, String tool, Scene scene, String server) {
    this.extent = extent;
    this.seed = seed;
    this.tool = tool;
    this.scene = scene;
    this.server = server;
  }

  /**
   * Measures until everything is measured, or an interrupt.
   *
   * @throws TargetException if the server does not start, or is not wanted any more
   * @throws LoadException if the process of a load failed; what was measured before stands in
   *     {@link #result}
   */
  public void run() throws TargetException, LoadException {
    port = LoopbackPort.free();
    Path log = scene.folder().resolve("target.log");
    try (ChildProcess child = ChildProcess.start(command(), Path.of("."), log)) {
      Readiness.await(child, List.of(port), READY_WITHIN, scene::isInterrupted);
      if (extent.asksForCapacity()) {
        capacity();
      }
      CalibrationText.head().forEach(scene::say);
      for (int delay : extent.delaysMs()) {
        for (Level level : extent.levels()) {
          if (!scene.isInterrupted()) {
            add(cell(delay, level));
          }
        }
      }
    }
  }

  /** The optimising compiler would compete with the instrument for processors. */
  private List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xshare:auto",
        "-Xmn64m",
        "-cp",
        System.getProperty("java.class.path"),
        server,
        Integer.toString(port));
  }

  /** Far more newcomers are planned than anybody can do, and few may be on their way at a time. */
  private void capacity() throws LoadException {
    LoadPlan plan = plan(FLOOD, CAPACITY_USERS);
    int most = plan.users() + LoadSettings.CANARIES + 1 + extent.atOnce();
    LoadOutcome outcome = load(new Asked(CAPACITY, 0, plan, List.of("limits.connections=" + most)));
    if (outcome.interrupted()) {
      return;
    }
    Throughput throughput = new Throughput(plan);
    read(CAPACITY, throughput::accept);
    double perSecond = tenths(throughput.perSecond());
    String problem = perSecond > 0 ? null : Doubts.of(outcome).orElse("nobody was evicted");
    capacity = new CalibrationResult.Capacity(extent.atOnce(), perSecond, problem);
    scene.say(CalibrationText.words(capacity));
  }

  private void add(Optional<Cell> cell) {
    cell.ifPresent(
        known -> {
          cells.add(known);
          CalibrationText.lines(known).forEach(scene::say);
        });
  }

  private Optional<Cell> cell(int delay, Level level) throws LoadException {
    double rate = level.rate(extent.lowRate(), capacity.perSecond());
    if (level != Level.LOW && capacity.problem() != null) {
      return Optional.of(
          Cell.notBegun(delay, level, 0, "the capacity is unknown: " + capacity.problem()));
    }
    if (begin.plus(extent.within()).isBefore(Instant.now())) {
      String why = "out of time: " + extent.within().toMinutes() + " min had passed";
      return Optional.of(Cell.notBegun(delay, level, rate, why));
    }
    String name = delay + "ms-" + level.fileName();
    LoadOutcome outcome = load(new Asked(name, delay, plan(rate, extent.users()), List.of()));
    return outcome.interrupted()
        ? Optional.empty()
        : Optional.of(compared(name, delay, level, rate, outcome));
  }

  private Cell compared(String name, int delay, Level level, double rate, LoadOutcome outcome)
      throws LoadException {
    LoadResult load = outcome.load();
    Optional<String> problem = Doubts.of(outcome);
    if (load == null || problem.isPresent()) {
      return Cell.notBegun(delay, level, rate, problem.orElse("the load left no result"));
    }
    Accuracy accuracy = new Accuracy(profile(delay));
    read(name, accuracy::accept);
    Accuracy.Summary seen = accuracy.conclude();
    return new Cell(
        name,
        delay,
        level,
        rate,
        tenths(load.rate()),
        seen,
        load.generator(),
        Doubts.of(delay, load, seen).orElse(null));
  }

  private void read(String name, Consumer<Event> events) throws LoadException {
    try {
      HistoryReader.read(scene.folder().resolve(name).resolve(EventLog.FILE), events);
    } catch (HistoryException e) {
      throw new LoadException("the load's history cannot be read: " + e.getMessage());
    }
  }

  private LoadPlan plan(double rate, int users) {
    return new LoadPlan(
        Workload.TAKEOVER.text(),
        rate,
        users,
        extent.warmupMs(),
        extent.durationMs(),
        "uniform",
        List.of());
  }

  /** A load: its name, the delay asked of the server, its plan, and what is set in its profile. */
  private record Asked(String name, int delay, LoadPlan plan, List<String> set) {}

  private LoadOutcome load(Asked asked) throws LoadException {
    LoadProcess process =
        new LoadProcess(
            new LoadProcess.Request(
                new LoadProcess.Server(
                    profile(asked.delay()), url(asked.delay()), Integer.toString(port), 0),
                Optional.empty(),
                asked.set(),
                asked.plan(),
                seed,
                scene.folder(asked.name()).toAbsolutePath(),
                "./solewire load --calibrate",
                List.of(),
                OptionalInt.empty(),
                false));
    scene.cutBy(process::stop);
    String which = (cells.size() + 1) + " of " + extent.cells() + ", ";
    String what = (asked.name().equals(CAPACITY) ? "" : which) + asked.name() + ": ";
    try {
      return process.run(text -> scene.progress(what + text));
    } finally {
      scene.cutBy(() -> {});
    }
  }

  private String url(int delay) {
    return "ws://127.0.0.1:" + port + "/ws?user={user}&delay=" + delay + "ms";
  }

  private Profile profile(int delay) {
    try {
      return ProfileReader.forUrl(url(delay), Map.of());
    } catch (ProfileException e) {
      throw new IllegalStateException("the URL of the server of known delay is ours", e);
    }
  }

  private static double tenths(double value) {
    return Math.rint(value * TENTHS) / TENTHS;
  }

  /** What was found so far. */
  public CalibrationResult result() {
    return new CalibrationResult(
        CalibrationResult.FORMAT,
        tool,
        Machine.here(),
        begin.truncatedTo(ChronoUnit.SECONDS).toString(),
        Duration.between(begin, Instant.now()).toMillis(),
        seed,
        scene.isInterrupted(),
        capacity,
        cells);
  }
}
