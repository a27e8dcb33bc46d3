package io.solewire.load;

import io.solewire.load.gate.Gate;
import io.solewire.result.LoadResult;
import io.solewire.result.Results;
import io.solewire.result.StoredResult;
import io.solewire.result.Visible;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The numbers of an earlier run that the gates of a load ask for. Immutable. A run of another load
 * is no baseline, and neither is one that proved nothing.
 *
 * @param numbers by their paths, microseconds if they are times; those that gates ask for
 * @param problems why it cannot be used, each with the file and the key; none if it can
 */
public record Baseline(Map<String, BigDecimal> numbers, List<String> problems) {

  /** Copies both. */
  public Baseline {
    numbers = Map.copyOf(numbers);
    problems = List.copyOf(problems);
  }

  /**
   * Reads an earlier run.
   *
   * @param run the folder of a run, or its result.json
   * @param plan the load that is to be compared with it
   * @param gates of that load
   * @return what was found; nothing is thrown
   */
  public static Baseline of(Path run, LoadPlan plan, List<Gate> gates) {
    Reading reading = new Reading(run, plan);
    reading.read(gates.stream().filter(gate -> gate.threshold().isRelative()).toList());
    return new Baseline(reading.numbers, reading.problems);
  }

  private static final class Reading {

    private final Path run;
    private final Path file;
    private final LoadPlan plan;
    private final Map<String, BigDecimal> numbers = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    Reading(Path run, LoadPlan plan) {
      this.run = run;
      this.plan = plan;
      this.file = Files.isDirectory(run) ? run.resolve(Results.FILE) : run;
    }

    void read(List<Gate> gates) {
      if (!Files.exists(file)) {
        String missing = file.equals(run) ? "" : ", but there is no " + file;
        tell("expected the folder of a run or its result.json" + missing);
        return;
      }
      StoredResult stored = StoredResult.read(file);
      if (!stored.whole()) {
        stored.problems().forEach(this::tell);
        return;
      }
      LoadResult load = stored.result().orElseThrow().load();
      if (load == null) {
        expected("load", "missing", "a run with a load");
        return;
      }
      sameLoad(load, gates);
      numbers(load, gates);
    }

    private void sameLoad(LoadResult load, List<Gate> gates) {
      same("simulation", load.simulation(), plan.simulation());
      LoadResult.Planned planned = load.planned();
      if (planned == null) {
        expected("load.planned", "missing", "what was planned");
      } else if (plan.simulation().equals(load.simulation())) {
        same("planned.rate", number(planned.rate()), number(plan.rate()));
        same("planned.users", planned.users(), plan.users());
        same("planned.popularity", popularity(planned), plan.popularity());
        sizes(planned.sizes() == null ? Map.of() : planned.sizes());
        Optional<Gate> counting = gates.stream().filter(Gate::growsWithTime).findFirst();
        if (counting.isPresent()) {
          String why = ", since " + counting.get().path() + " grows with the time";
          same("planned.durationMs", planned.durationMs(), plan.durationMs(), why);
          same("planned.warmupMs", planned.warmupMs(), plan.warmupMs(), why);
        }
      }
      LoadResult.Generator generator = load.generator();
      if (generator == null || !generator.healthy()) {
        String reason = generator == null ? null : generator.reason();
        expected(
            "load.generator.healthy",
            "false" + (reason == null ? "" : " (" + reason + ")"),
            "true: with numbers that prove nothing there is nothing to compare");
      }
    }

    private static String popularity(LoadResult.Planned planned) {
      return planned.popularity() == null ? "uniform" : planned.popularity();
    }

    private void sizes(Map<String, String> earlier) {
      for (Size size : plan.workload().sizes()) {
        String was = earlier.getOrDefault(size.name(), size.usual());
        if (!size.same(was, plan.size(size.name()))) {
          same("planned.sizes." + size.name(), was, plan.size(size.name()));
        }
      }
    }

    private void numbers(LoadResult load, List<Gate> gates) {
      for (Gate gate : gates) {
        if (plan.workload() == Workload.CAPACITY && Climbs.isOfLevels(gate)) {
          tell("gate '" + gate + "' is asked of each rate: expected one such as capacity.rate");
          continue;
        }
        Optional<BigDecimal> value = load.generator() == null ? Optional.empty() : gate.value(load);
        if (value.isPresent()) {
          numbers.put(gate.path(), value.get());
        } else {
          String metric = gate.path().replaceFirst("\\..*", "");
          expected(
              metric.equals("rate") || metric.equals("generator")
                  ? "load." + gate.path()
                  : "load.metrics." + metric,
              "without samples",
              "some, since the gate '" + gate + "' asks for " + gate.path());
        }
      }
    }

    private void same(String key, Object was, Object is) {
      same(key, was, is, "");
    }

    private void same(String key, Object was, Object is, String why) {
      if (!is.equals(was)) {
        expected("load." + key, String.valueOf(was), is + " as in this load" + why);
      }
    }

    private void expected(String key, String is, String expected) {
      tell(file + ": " + key + " is " + is + ", expected " + expected);
    }

    private void tell(String problem) {
      String told = Visible.line("--baseline " + run + ": " + problem);
      if (!problems.contains(told)) {
        problems.add(told);
      }
    }

    private static String number(double value) {
      return !Double.isFinite(value)
          ? Double.toString(value)
          : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
  }
}
