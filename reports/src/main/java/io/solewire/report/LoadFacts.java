package io.solewire.report;

import io.solewire.result.LoadResult;
import io.solewire.result.LoadResult.Latency;
import io.solewire.result.Metric;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What there is to know of a load beside its latencies, under short names. Stateless. */
final class LoadFacts {

  /** The name of what the measuring side did. */
  static final String GENERATOR = "Generator";

  private LoadFacts() {}

  /** In the order of reading; what was not measured is not there. */
  static Map<String, String> of(LoadResult load) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Load", asked(load));
    facts.put("Rate", rate(load));
    facts.put("Takeovers", takeovers(load));
    facts.put("Not admitted", errors(load));
    put(facts, "Evicted by", LoadWords.shares(load.evictedBy()));
    put(facts, "Order", LoadWords.order(load));
    put(facts, "Capacity", CourseWords.capacity(load));
    put(facts, "Held", CourseWords.held(load));
    put(facts, "Drift", CourseWords.drift(load));
    facts.put("Sample", sample(load.sample()));
    facts.put(GENERATOR, generator(load.generator()));
    put(facts, "Machine", GeneratorWords.machine(load.generator()));
    return facts;
  }

  /** The latencies that stand beside the headline. */
  static Map<String, String> latencies(LoadResult load) {
    Map<String, String> facts = new LinkedHashMap<>();
    put(facts, "Admission", spread(load, Metric.ADMISSION));
    put(facts, "Release after eviction", spread(load, Metric.RELEASE));
    return facts;
  }

  private static void put(Map<String, String> facts, String name, String value) {
    if (!value.isEmpty()) {
      facts.put(name, value);
    }
  }

  private static String asked(LoadResult load) {
    LoadResult.Planned planned = load.planned();
    String chosen = planned.popularity() == null ? "" : " (" + planned.popularity() + ")";
    String warmup =
        planned.warmupMs() > 0
            ? " after " + Words.duration(planned.warmupMs()) + " of warm-up"
            : ", no warm-up";
    return (load.simulation() == null ? "unknown simulation" : load.simulation())
        + ", "
        + LoadWords.count(planned.users(), "user")
        + chosen
        + sizes(planned)
        + ", "
        + Words.duration(planned.durationMs())
        + warmup;
  }

  private static String sizes(LoadResult.Planned planned) {
    return planned.sizes() == null
        ? ""
        : planned.sizes().entrySet().stream()
            .map(size -> ", " + size.getKey() + "=" + size.getValue())
            .collect(Collectors.joining());
  }

  private static String rate(LoadResult load) {
    double planned = load.capacity() == null ? load.planned().rate() : 0;
    String started = LoadWords.rate(load.rate()) + " started";
    return planned > 0
        ? started
            + " of "
            + LoadWords.rate(planned)
            + " planned ("
            + LoadWords.share(load.rate(), planned)
            + ")"
        : started;
  }

  private static String takeovers(LoadResult load) {
    String concurrent =
        load.concurrent() > 0
            ? "; " + LoadWords.count(load.concurrent(), "more connect") + " of no known order"
            : "";
    return LoadWords.number(load.takeovers())
        + ", "
        + LoadWords.number(load.unevicted())
        + " of them unevicted; "
        + LoadWords.count(load.violations(), "violation")
        + concurrent;
  }

  private static String errors(LoadResult load) {
    String kinds = LoadWords.shares(load.problems());
    String count = LoadWords.count(load.errors(), "newcomer");
    return kinds.isEmpty() ? count : count + ": " + kinds;
  }

  private static String sample(LoadResult.Sample sample) {
    return LoadWords.count(sample.probed(), "newcomer")
        + " asked for a sign of life, "
        + LoadWords.count(sample.released(), "release")
        + " waited for";
  }

  private static String generator(LoadResult.Generator generator) {
    String why = generator.healthy() ? "" : ": " + generator.reason();
    return GeneratorWords.health(generator) + why + "; " + GeneratorWords.effort(generator);
  }

  private static String spread(LoadResult load, Metric metric) {
    Latency latency = load.latency(metric);
    return latency == null
        ? ""
        : LoadWords.spread(latency) + ", of " + LoadWords.number(latency.count());
  }
}
