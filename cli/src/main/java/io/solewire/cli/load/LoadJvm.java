package io.solewire.cli.load;

import com.sun.management.OperatingSystemMXBean;
import io.solewire.load.LoadPlan;
import io.solewire.simulation.client.SourceAddresses;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The command that runs a Gatling simulation on our own class path. Stateless. */
final class LoadJvm {

  /** In a shorter run the optimising compiler costs more than it gives: it competes for cores. */
  private static final long SHORT_MILLIS = 60_000;

  private static final long OLD_MIB = 256;
  private static final long LEAST_YOUNG_MIB = 256;
  private static final long MOST_YOUNG_MIB = 1_024;
  private static final int PARTS = 8;
  private static final int MIB_SHIFT = 20;

  private LoadJvm() {}

  /**
   * Room for what is young: what a collection takes depends on what is alive and not on this, so
   * that with more room there are fewer. Of two servers that were one and the same the ratio at p99
   * was known to a factor of 1.38 with 1 GiB, to one of 2.8 with 256 MiB.
   *
   * @param memory of the machine, MiB
   */
  static long youngMib(long memory) {
    return Math.min(MOST_YOUNG_MIB, Math.max(LEAST_YOUNG_MIB, memory / PARTS));
  }

  private static long memoryMib() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean machine
        ? machine.getTotalMemorySize() >> MIB_SHIFT
        : 0;
  }

  static List<String> command(LoadProcess.Request request, Set<String> hosts) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    machine(command, request);
    LoadPlan plan = request.plan();
    server(command, request.target(), "target", "port", "pid");
    request.versus().ifPresent(v -> server(command, v, "versus", "versusPort", "versusPid"));
    property(command, "set", String.join("\n", request.set()));
    property(command, "rate", Double.toString(plan.rate()));
    property(command, "users", Integer.toString(plan.users()));
    property(command, "warmup", plan.warmupMs() + "ms");
    property(command, "duration", plan.durationMs() + "ms");
    property(command, "popularity", plan.popularity());
    property(command, "sizes", lines(plan.sizes()));
    property(command, "gates", String.join("\n", plan.gates()));
    property(command, "baselineNumbers", lines(plan.baseline()));
    property(command, "iOwnThisHost", String.join("\n", hosts));
    property(command, "seed", Long.toString(request.seed()));
    property(command, "out", request.out().toString());
    property(command, "replay", request.replay());
    if (!request.sources().isEmpty()) {
      String name = SourceAddresses.OPTION.substring(2);
      property(command, name, String.join(",", request.sources()));
    }
    request.metricsPort().ifPresent(p -> property(command, "metrics-port", Integer.toString(p)));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("io.gatling.app.Gatling", "-s", simulation(plan)));
    command.addAll(List.of("-rf", request.out().resolve(LoadProcess.GATLING).toString()));
    return command;
  }

  private static void machine(List<String> command, LoadProcess.Request request) {
    long young = youngMib(memoryMib());
    if (request.recorded()) {
      command.add(FlightRecording.option(request.out().resolve(FlightRecording.GENERATOR)));
    }
    command.addAll(
        List.of(
            "-XX:+UseParallelGC",
            "-Xms" + (young + OLD_MIB) + "m",
            "-Xmn" + young + "m",
            "-Xshare:auto",
            "-Dio.netty.eventLoopThreads=" + Runtime.getRuntime().availableProcessors(),
            "--add-opens=java.base/java.lang=ALL-UNNAMED", // Gatling's log writer
            "-Djava.util.prefs.PreferencesFactory=io.solewire.simulation.gatling.NoPreferences"));
    if (request.plan().warmupMs() + request.plan().durationMs() < SHORT_MILLIS) {
      command.add("-XX:TieredStopAtLevel=1");
    }
  }

  private static void server(
      List<String> command, LoadProcess.Server server, String target, String port, String pid) {
    property(command, target, server.target());
    property(command, port, server.ports());
    property(command, pid, Long.toString(server.pid()));
  }

  private static String simulation(LoadPlan plan) {
    String name = plan.simulation();
    String type = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    return "io.solewire.simulation." + type + "Simulation";
  }

  private static String lines(Map<String, ?> pairs) {
    return pairs.entrySet().stream()
        .map(pair -> pair.getKey() + "=" + pair.getValue())
        .collect(Collectors.joining("\n"));
  }

  private static void property(List<String> command, String name, String value) {
    command.add("-Dsolewire." + name + "=" + value);
  }
}
