package io.solewire.cli.load;

import io.solewire.load.LoadPlan;
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

  private LoadJvm() {}

  static List<String> command(LoadProcess.Request request, Set<String> hosts) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseParallelGC",
            "-Xms512m",
            "-Xmn256m",
            "-Xshare:auto",
            "-Dio.netty.eventLoopThreads=" + Runtime.getRuntime().availableProcessors(),
            "--add-opens=java.base/java.lang=ALL-UNNAMED", // Gatling's log writer
            "-Djava.util.prefs.PreferencesFactory=io.solewire.simulation.gatling.NoPreferences"));
    LoadPlan plan = request.plan();
    if (plan.warmupMs() + plan.durationMs() < SHORT_MILLIS) {
      command.add("-XX:TieredStopAtLevel=1");
    }
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
    request.metricsPort().ifPresent(p -> property(command, "metrics-port", Integer.toString(p)));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("io.gatling.app.Gatling", "-s", simulation(plan)));
    command.addAll(List.of("-rf", request.out().resolve(LoadProcess.GATLING).toString()));
    return command;
  }

  private static void server(
      List<String> command, LoadProcess.Server server, String target, String port, String pid) {
    property(command, target, server.target());
    property(command, port, server.port());
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
