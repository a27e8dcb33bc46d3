package io.solewire.cli;

import io.solewire.load.LoadPlan;
import io.solewire.load.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What a load is to be. */
final class LoadOptions {

  @Option(names = "--users", paramLabel = "N", description = "Users that hold connections.")
  private Integer users;

  @Option(names = "--rate", paramLabel = "R", description = "Newcomers per second.")
  private Double rate;

  @Option(names = "--warmup", paramLabel = "D", description = "Time that does not count.")
  private Duration warmup;

  @Option(names = "--duration", paramLabel = "D", description = "Time that counts.")
  private Duration duration;

  @Option(
      names = "--popularity",
      paramLabel = "HOW",
      description = "uniform, or zipf[:EXPONENT]: who comes again.")
  private String popularity = "uniform";

  @Option(
      names = "--gate",
      paramLabel = "EXPR",
      description = "Such as 'eviction.p99 < 50 ms'; may be given again.")
  private List<String> gates = new ArrayList<>();

  /** Told by {@code load --simulations}. */
  @Option(names = "--size", paramLabel = "NAME=VALUE", hidden = true)
  private List<String> sizes = new ArrayList<>();

  /** What was asked for, as it is typed, with a space in front. */
  String given() {
    StringBuilder given = new StringBuilder();
    option(given, "users", users);
    option(given, "rate", rate);
    option(given, "warmup", warmup == null ? null : warmup.toMillis() + "ms");
    option(given, "duration", duration == null ? null : duration.toMillis() + "ms");
    option(given, "popularity", popularity.equals("uniform") ? null : popularity);
    sizes.forEach(size -> given.append(" --size ").append(size));
    gates.forEach(gate -> given.append(" --gate '").append(gate).append('\''));
    return given.toString();
  }

  private static void option(StringBuilder given, String name, Object value) {
    if (value != null) {
      given.append(" --").append(name).append(' ').append(value);
    }
  }

  /** The plan, where the usual numbers of its simulation stand in for what was not said. */
  LoadPlan plan(String simulation) {
    Workload.Usual usual = Workload.find(simulation).orElse(Workload.TAKEOVER).usual();
    return plan(
        new LoadPlan(
            simulation,
            usual.rate(),
            usual.users(),
            usual.warmupMs(),
            usual.durationMs(),
            "uniform",
            List.of()));
  }

  /** The plan, where another one stands in for what was not said. */
  LoadPlan plan(LoadPlan otherwise) {
    return new LoadPlan(
        otherwise.simulation(),
        rate == null ? otherwise.rate() : rate,
        users == null ? otherwise.users() : users,
        warmup == null ? otherwise.warmupMs() : warmup.toMillis(),
        duration == null ? otherwise.durationMs() : duration.toMillis(),
        popularity,
        Workload.find(otherwise.simulation()).map(w -> w.gates(gates)).orElse(gates),
        Arguments.pairs("--size", sizes, "at-once=16"));
  }
}
