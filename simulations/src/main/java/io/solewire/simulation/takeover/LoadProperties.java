package io.solewire.simulation.takeover;

import io.solewire.load.LoadPlan;
import io.solewire.load.Workload;
import io.solewire.profile.Profile;
import io.solewire.profile.ProfileException;
import io.solewire.profile.ProfileReader;
import io.solewire.profile.Variables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.SplittableRandom;

/**
 * Reads a load from system properties, because Gatling makes simulations by itself. Stateless.
 *
 * <p>{@code solewire.target} (URL or profile file; needed), {@code .set} (key=value, one a line),
 * {@code .sizes} (as {@code .set}), {@code .port}, {@code .rate}, {@code .users}, {@code .warmup},
 * {@code .duration}, {@code .popularity}, {@code .gates} (one a line), {@code .seed}, {@code .out},
 * {@code .replay}, {@code .metrics-port} (0 for any).
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
    Workload.Usual usual = workload.usual();
    LoadPlan plan =
        new LoadPlan(
            workload.text(),
            number("rate", Double.toString(usual.rate())),
            (int)
                Math.max(
                    0,
                    Math.min(Integer.MAX_VALUE, whole("users", Integer.toString(usual.users())))),
            millis("warmup", usual.warmupMs() + "ms"),
            millis("duration", usual.durationMs() + "ms"),
            get("popularity", "uniform"),
            workload.gates(get("gates", "").lines().filter(line -> !line.isBlank()).toList()),
            pairs("sizes", "at-once=16"));
    long pid = whole("pid", "0");
    long seed = whole("seed", Long.toString(new SplittableRandom().nextLong(1, 1_000_000)));
    OptionalInt metricsPort = port("metrics-port");
    Profile profile = profile();
    if (problems.isEmpty()) {
      problems.addAll(new LoadSettings(plan).problems(profile));
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
    String target = get("target", "");
    return new LoadRequest(
        profile, plan, seed, out(), get("replay", "./solewire load " + target), pid, metricsPort);
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

  private Profile profile() {
    String target = get("target", "");
    Map<String, String> overrides = pairs("set", "evicted.within=2s");
    try {
      if (target.isEmpty()) {
        problems.add(
            PREFIX + "target: expected a ws:// or wss:// URL with {user}, or a profile file");
        return null;
      }
      return target.matches("(?i)wss?://.*")
          ? ProfileReader.forUrl(target, overrides)
          : ProfileReader.read(
              Path.of(target), overrides, Variables.NONE.with("port", get("port", "8080")));
    } catch (ProfileException e) {
      problems.add(e.getMessage());
      return null;
    }
  }

  private Map<String, String> pairs(String name, String example) {
    Map<String, String> overrides = new LinkedHashMap<>();
    for (String line : get(name, "").lines().filter(line -> !line.isBlank()).toList()) {
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
    Path folder = Path.of(get("out", "target/solewire"));
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new IllegalStateException("solewire.out: " + folder + ": cannot be made: " + e, e);
    }
  }
}
