package io.solewire.cli;

import io.solewire.load.LoadPlan;
import io.solewire.load.Workload;
import io.solewire.profile.LoadFile;
import io.solewire.profile.LoadFileReader;
import io.solewire.result.Shell;
import io.solewire.simulation.client.SourceAddresses;
import io.solewire.simulation.takeover.OwnedHosts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
      hidden = true, // told by --simulations
      description = "uniform, or zipf[:EXPONENT]: who comes again.")
  private String popularity;

  @Option(
      names = "--gate",
      paramLabel = "EXPR",
      description = "'eviction.p99 < 50 ms', or '<= 1.15 * baseline'.")
  private List<String> gates = new ArrayList<>();

  @Option(names = "--baseline", paramLabel = "RUN", description = "Earlier run, for gates.")
  private Path baseline;

  @Option(names = "--load-file", paramLabel = "FILE", description = "YAML with all of these.")
  private Path loadFile;

  /** Told where it is needed. */
  @Option(names = OwnedHosts.OPTION, paramLabel = "NAME", hidden = true)
  private List<String> owned = new ArrayList<>();

  /** Told by {@code load --simulations}. */
  @Option(names = "--size", paramLabel = "NAME=VALUE", hidden = true)
  private List<String> sizes = new ArrayList<>();

  /** Told by {@code load --simulations}. */
  @Option(names = SourceAddresses.OPTION, paramLabel = "LIST", hidden = true)
  private String sources;

  private LoadFile read;
  private String simulation;

  /** What the load file says, with its problems; says nothing if there is none. */
  LoadFile file() {
    if (read == null) {
      read = loadFile == null ? LoadFile.NONE : LoadFileReader.read(loadFile);
    }
    return read;
  }

  /** The earlier run that gates are compared with. */
  Optional<Path> baseline() {
    return Optional.ofNullable(baseline).or(file()::baseline);
  }

  /** Hosts that may be put under load wherever they are. */
  List<String> owned() {
    return owned;
  }

  /** Addresses of this machine that connections come from, in turn; none if any will do. */
  List<String> sources() {
    return sources == null ? file().sources() : SourceAddresses.split(sources);
  }

  /** The users that were asked for, by option or file. */
  Optional<Integer> users() {
    return Optional.ofNullable(users).or(file()::users);
  }

  /** The seed that was given, by option or file; null if none was. */
  Long seed(Long option) {
    return option == null ? file().seed().orElse(null) : option;
  }

  /** What is wrong, said of the line of the load file where that is where it comes from. */
  String placed(String problem) {
    Map<String, Object> given = new HashMap<>();
    given.put("simulation", simulation);
    given.put("users", users);
    given.put("rate", rate);
    given.put("warmup", warmup);
    given.put("duration", duration);
    given.put("popularity", popularity);
    given.put("baseline", baseline);
    given.put("gate", gates.isEmpty() ? null : gates);
    given.put(SourceAddresses.OPTION.substring(2), sources);
    sizes().keySet().forEach(name -> given.put("size " + name, name));
    return file().placed(problem, option -> given.get(option) != null);
  }

  /** What was asked for, as it is typed, with a space in front. */
  String given() {
    StringBuilder given = new StringBuilder();
    option(given, "load-file", loadFile == null ? null : Shell.word(loadFile.toString()));
    option(given, "simulation", simulation);
    option(given, "users", users);
    option(given, "rate", rate);
    option(given, "warmup", warmup == null ? null : warmup.toMillis() + "ms");
    option(given, "duration", duration == null ? null : duration.toMillis() + "ms");
    option(given, "popularity", popularity);
    sizes.forEach(size -> given.append(" --size ").append(size));
    gates.forEach(gate -> given.append(" --gate ").append(Shell.word(gate)));
    option(
        given, SourceAddresses.OPTION.substring(2), sources == null ? null : Shell.word(sources));
    option(given, "baseline", baseline == null ? null : Shell.word(baseline.toString()));
    owned.forEach(
        host -> given.append(' ').append(OwnedHosts.OPTION).append(' ').append(Shell.word(host)));
    return given.toString();
  }

  /** What of it makes no sense without a load, as it is typed: numbers alone ask for none. */
  List<String> demands() {
    List<String> demands = new ArrayList<>();
    if (loadFile != null) {
      demands.add("--load-file " + Shell.word(loadFile.toString()));
    }
    gates.forEach(gate -> demands.add("--gate " + Shell.word(gate)));
    if (baseline != null) {
      demands.add("--baseline " + Shell.word(baseline.toString()));
    }
    return demands;
  }

  private static void option(StringBuilder given, String name, Object value) {
    if (value != null) {
      given.append(" --").append(name).append(' ').append(value);
    }
  }

  /**
   * The plan, where the load file and then the usual numbers of its simulation stand in for what
   * was not said.
   *
   * @param asked the simulation; null for that of the file, or the usual one
   */
  LoadPlan plan(String asked) {
    simulation = asked;
    String name = asked == null ? file().simulation().orElse(Workload.TAKEOVER.text()) : asked;
    Workload.Usual usual = Workload.find(name).orElse(Workload.TAKEOVER).usual();
    return merged(
        new LoadPlan(
            name,
            usual.rate(),
            usual.users(),
            usual.warmupMs(),
            usual.durationMs(),
            "uniform",
            List.of()));
  }

  /** The plan, where another one stands in for what was not said, unless the file names its own. */
  LoadPlan plan(LoadPlan otherwise) {
    boolean same =
        file().simulation().orElse(otherwise.simulation()).equals(otherwise.simulation());
    return same ? merged(otherwise) : plan((String) null);
  }

  private LoadPlan merged(LoadPlan otherwise) {
    LoadFile file = file();
    List<String> asked = gates.isEmpty() ? file.gates() : gates;
    Map<String, String> sized = new LinkedHashMap<>(file.sizes());
    sized.putAll(sizes());
    return new LoadPlan(
        otherwise.simulation(),
        rate == null ? file.rate().orElse(otherwise.rate()) : rate,
        users().orElse(otherwise.users()),
        millis(warmup, file.warmup(), otherwise.warmupMs()),
        millis(duration, file.duration(), otherwise.durationMs()),
        popularity == null ? file.popularity().orElse("uniform") : popularity,
        Workload.find(otherwise.simulation()).map(w -> w.gates(asked)).orElse(asked),
        sized);
  }

  private Map<String, String> sizes() {
    return Arguments.pairs("--size", sizes, "at-once=16");
  }

  private static long millis(Duration option, Optional<Duration> file, long otherwise) {
    return Optional.ofNullable(option).or(() -> file).map(Duration::toMillis).orElse(otherwise);
  }
}
