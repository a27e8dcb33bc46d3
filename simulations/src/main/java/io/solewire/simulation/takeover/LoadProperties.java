package io.solewire.simulation.takeover;

import io.solewire.load.LoadPlan;
import io.solewire.load.Rivals;
import io.solewire.load.Turn;
import io.solewire.load.Workload;
import io.solewire.load.arrival.Rounds;
import io.solewire.profile.LoadFile;
import io.solewire.profile.LoadFileReader;
import io.solewire.profile.Ports;
import io.solewire.profile.Profile;
import io.solewire.profile.ProfileException;
import io.solewire.profile.ProfileReader;
import io.solewire.simulation.client.SourceAddresses;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Reads a load from system properties, because Gatling makes simulations by itself. Stateless.
 *
 * <p>{@code solewire.target} (URL or profile file; needed), {@code .set} (key=value, one a line),
 * {@code .sizes} (as {@code .set}), {@code .port}, {@code .rate}, {@code .users}, {@code .warmup},
 * {@code .duration}, {@code .popularity}, {@code .gates} (one a line, or with semicolons), {@code
 * .baseline} (an earlier run), {@code .loadFile} (YAML; properties win), {@code .iOwnThisHost} (as
 * {@code .gates}), {@code .seed}, {@code .out}, {@code .replay}, {@code .metrics-port} (0 for any),
 * {@code .source-addresses} (with commas), {@code .versus} (as {@code .target}: what it is compared
 * with), {@code .versusPort}.
 */
final class LoadProperties {

  private static final String PREFIX = "solewire.";
  private static final int LARGEST_PORT = 65_535;

  private final Properties properties;
  private final List<String> problems = new ArrayList<>();

  private LoadProperties(Properties properties) {
    this.properties = properties;
  }

  static LoadRequest request(Workload workload, Properties properties) {
    return new LoadProperties(properties).read(workload);
  }

  private LoadRequest read(Workload workload) {
    LoadFile file = file(workload);
    LoadSettings settings = settings(plan(workload, file), file);
    long pid = whole("pid", "0");
    long drawn = new SplittableRandom().nextLong(1, 1_000_000);
    long seed = whole("seed", Long.toString(file.seed().orElse(drawn)));
    OptionalInt metricsPort = port("metrics-port");
    SourceAddresses sources = sources(file);
    Profile profile = profile("target", "port");
    Optional<Profile> other = reference(workload);
    if (problems.isEmpty()) {
      settings.problems(profile).stream()
          .map(problem -> file.placed(problem, this::isGiven))
          .forEach(problems::add);
      other.ifPresent(its -> problems.addAll(settings.ofReference(its)));
      for (Profile each : other.map(its -> List.of(profile, its)).orElse(List.of(profile))) {
        problems.addAll(OwnedHosts.problems(each, settings.plan(), listed("iOwnThisHost")));
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
    LoadPlan plan = inTurn(settings.plan(), seed);
    String replay = get("replay", "./solewire load " + get("target", ""));
    Optional<LoadRequest> reference =
        other.map(
            its ->
                new LoadRequest(
                    its,
                    Rivals.reference(plan),
                    seed,
                    folder(out().resolve(Rivals.FOLDER)),
                    replay,
                    whole("versusPid", "0"),
                    sources,
                    OptionalInt.empty(),
                    Optional.empty()));
    return new LoadRequest(
        profile, plan, seed, out(), replay, pid, sources, metricsPort, reference);
  }

  private static LoadPlan inTurn(LoadPlan plan, long seed) {
    return plan.workload() == Workload.VERSUS
        ? plan.inTurn(new Turn(Rounds.Side.TARGET, seed))
        : plan;
  }

  private SourceAddresses sources(LoadFile file) {
    String given = get(SourceAddresses.OPTION.substring(2), "");
    List<String> texts = given.isEmpty() ? file.sources() : SourceAddresses.split(given);
    List<String> wrong = SourceAddresses.problems(texts);
    for (String problem : wrong) {
      boolean ours = !given.isEmpty();
      problems.add(ours ? problem.replaceFirst("--", PREFIX) : file.placed(problem, any -> false));
    }
    return wrong.isEmpty() ? SourceAddresses.of(texts) : SourceAddresses.ANY;
  }

  private Optional<Profile> reference(Workload workload) {
    if (workload == Workload.VERSUS) {
      return Optional.ofNullable(profile("versus", "versusPort"));
    }
    if (!get("versus", "").isEmpty()) {
      problems.add(
          PREFIX
              + "versus: "
              + workload.text()
              + " takes no turns: expected the simulation versus");
    }
    return Optional.empty();
  }

  private LoadPlan plan(Workload workload, LoadFile file) {
    Workload.Usual usual = workload.usual();
    List<String> gates = isGiven("gate") ? listed("gates") : file.gates();
    Map<String, String> sizes = new LinkedHashMap<>(file.sizes());
    sizes.putAll(pairs("sizes", listed("sizes"), "at-once=16"));
    return new LoadPlan(
        workload.text(),
        number("rate", Double.toString(file.rate().orElse(usual.rate()))),
        users(file.users().orElse(usual.users())),
        millis("warmup", file.warmup().map(Duration::toMillis).orElse(usual.warmupMs()) + "ms"),
        millis(
            "duration", file.duration().map(Duration::toMillis).orElse(usual.durationMs()) + "ms"),
        get("popularity", file.popularity().orElse("uniform")),
        workload.gates(gates),
        sizes);
  }

  private int users(int otherwise) {
    long users = whole("users", Integer.toString(otherwise));
    return (int) Math.max(0, Math.min(Integer.MAX_VALUE, users));
  }

  /** Of the command line the numbers come along: the file may be another by now. */
  private LoadSettings settings(LoadPlan plan, LoadFile file) {
    Map<String, BigDecimal> numbers = new LinkedHashMap<>();
    pairs("baselineNumbers", listed("baselineNumbers"), "eviction.p99=1400")
        .forEach((path, number) -> numbers.put(path, new BigDecimal(number)));
    if (!numbers.isEmpty() || !problems.isEmpty()) {
      return new LoadSettings(plan.against(numbers));
    }
    Optional<Path> baseline =
        isGiven("baseline") ? Optional.of(Path.of(get("baseline", ""))) : file.baseline();
    return LoadSettings.against(plan, baseline);
  }

  private LoadFile file(Workload workload) {
    if (!isGiven("loadFile")) {
      return LoadFile.NONE;
    }
    LoadFile file = LoadFileReader.read(Path.of(get("loadFile", "")));
    problems.addAll(file.problems());
    file.simulation()
        .filter(name -> !name.equals(workload.text()))
        .map(name -> "--simulation: '" + name + "': expected " + workload.text())
        .ifPresent(problem -> problems.add(file.placed(problem, option -> false)));
    return file;
  }

  /** Whether an option was given as a property. */
  private boolean isGiven(String option) {
    String name = option.equals("gate") ? "gates" : option;
    return option.startsWith("size ")
        ? pairs("sizes", listed("sizes"), "at-once=16")
            .containsKey(option.substring("size ".length()))
        : properties.containsKey(PREFIX + name);
  }

  private String get(String name, String otherwise) {
    return properties.getProperty(PREFIX + name, otherwise);
  }

  private double number(String name, String otherwise) {
    String text = get(name, otherwise);
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      problems.add(PREFIX + name + ": '" + text + "': expected a number");
      return 0;
    }
  }

  private long whole(String name, String otherwise) {
    String text = get(name, otherwise);
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      problems.add(PREFIX + name + ": '" + text + "': expected a whole number");
      return 0;
    }
  }

  private OptionalInt port(String name) {
    long port = whole(name, "-1");
    if (get(name, "").isEmpty()) {
      return OptionalInt.empty();
    }
    if (port < 0 || port > LARGEST_PORT) {
      problems.add(PREFIX + name + ": '" + port + "': expected 0 to " + LARGEST_PORT);
    }
    return OptionalInt.of((int) port);
  }

  private long millis(String name, String otherwise) {
    String text = get(name, otherwise);
    long millis = LoadSettings.millis(text);
    if (millis < 0) {
      problems.add(PREFIX + name + ": '" + text + "': expected a duration such as 10s");
    }
    return millis;
  }

  private Profile profile(String name, String port) {
    String target = get(name, "");
    Map<String, String> overrides =
        pairs("set", get("set", "").lines().toList(), "evicted.within=2s");
    try {
      if (target.isEmpty()) {
        problems.add(
            PREFIX + name + ": expected a ws:// or wss:// URL with {user}, or a profile file");
        return null;
      }
      return target.matches("(?i)wss?://.*")
          ? ProfileReader.forUrl(target, overrides)
          : ProfileReader.read(Path.of(target), overrides, Ports.of(get(port, "8080")).variables());
    } catch (ProfileException e) {
      problems.add(e.getMessage());
      return null;
    } catch (IllegalArgumentException e) {
      problems.add(PREFIX + port + ": " + e.getMessage());
      return null;
    }
  }

  /** One a line, or, since Maven passes no lines, with semicolons between them. */
  private List<String> listed(String name) {
    return get(name, "")
        .lines()
        .flatMap(line -> Stream.of(line.split(";")))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private Map<String, String> pairs(String name, List<String> lines, String example) {
    Map<String, String> overrides = new LinkedHashMap<>();
    for (String line : lines.stream().filter(line -> !line.isBlank()).toList()) {
      int equals = line.indexOf('=');
      if (equals < 1) {
        problems.add(PREFIX + name + ": '" + line + "': expected key=value, such as " + example);
      } else {
        overrides.put(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    return overrides;
  }

  private Path out() {
    return folder(Path.of(get("out", "target/solewire")));
  }

  private static Path folder(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new IllegalStateException("solewire.out: " + folder + ": cannot be made: " + e, e);
    }
  }
}
