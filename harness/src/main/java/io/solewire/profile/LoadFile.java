package io.solewire.profile;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file says of a load. Immutable. What it does not say, or not rightly, is empty.
 *
 * @param simulation its name
 * @param users population
 * @param rate newcomers per second
 * @param warmup time that does not count
 * @param duration time that counts
 * @param popularity how users are chosen
 * @param sizes numbers of the simulation's own, by name
 * @param gates expressions
 * @param baseline an earlier run, as a path that starts where the file stands
 * @param seed of the plan
 * @param sources addresses of this machine that connections come from, as they stand there
 * @param places where each key stands, such as {@code load.yaml:3}
 * @param problems everything that is wrong with the file: file, line, key, value, what was expected
 */
public record LoadFile(
    Optional<String> simulation,
    Optional<Integer> users,
    Optional<Double> rate,
    Optional<Duration> warmup,
    Optional<Duration> duration,
    Optional<String> popularity,
    Map<String, String> sizes,
    List<String> gates,
    Optional<Path> baseline,
    Optional<Long> seed,
    List<String> sources,
    Map<String, String> places,
    List<String> problems) {

  /** One that says nothing. */
  public static final LoadFile NONE = wrong(List.of());

  private static final Pattern OPTION = Pattern.compile("^--(size (\\S+?)|[a-z-]+)(?=[: ])");

  /** Copies its lists and maps. */
  public LoadFile {
    sizes = Collections.unmodifiableMap(new LinkedHashMap<>(sizes));
    gates = List.copyOf(gates);
    sources = List.copyOf(sources);
    places = Map.copyOf(places);
    problems = List.copyOf(problems);
  }

  /** One of which nothing can be used. */
  static LoadFile wrong(List<String> problems) {
    return new LoadFile(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Map.of(),
        problems);
  }

  /**
   * Says of a line of the file what was said of the option that has the same meaning.
   *
   * @param problem such as {@code --rate: 0: expected …}
   * @param given whether an option, such as {@code rate} or {@code size at-once}, was given beside
   *     the file, and so won
   * @return such as {@code load.yaml:3: rate: 0: expected …}; the problem itself if it is not the
   *     file's
   */
  public String placed(String problem, Predicate<String> given) {
    Matcher option = OPTION.matcher(problem);
    if (!option.find() || given.test(option.group(1))) {
      return problem;
    }
    String key = key(option, problem);
    String place = places.get(key);
    return place == null ? problem : place + ": " + key + problem.substring(option.end());
  }

  private String key(Matcher option, String problem) {
    if (option.group(2) != null) {
      return "sizes." + option.group(2);
    }
    if (!option.group(1).equals("gate")) {
      return option.group(1);
    }
    for (int i = 0; i < gates.size(); i++) {
      if (problem.contains("'" + gates.get(i).strip() + "'")) {
        return "gates." + (i + 1);
      }
    }
    return "gates";
  }
}
