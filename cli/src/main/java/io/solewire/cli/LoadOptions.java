package io.solewire.cli;

import io.solewire.load.LoadPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What a load is to be. */
final class LoadOptions {

  @Option(
      names = "--users",
      paramLabel = "N",
      description = "Users that hold connections; ${default-size}.")
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

  /** The plan, where this command's defaults stand in for what was not said. */
  LoadPlan plan(String simulation, LoadPlan otherwise) {
    return new LoadPlan(
        simulation,
        rate == null ? otherwise.rate() : rate,
        users == null ? otherwise.users() : users,
        warmup == null ? otherwise.warmupMs() : warmup.toMillis(),
        duration == null ? otherwise.durationMs() : duration.toMillis(),
        popularity,
        gates);
  }
}
