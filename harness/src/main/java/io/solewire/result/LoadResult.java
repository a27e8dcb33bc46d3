package io.solewire.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.solewire.judge.Verdict;
import java.util.List;
import java.util.Map;

/**
 * The part of result.json that speaks of load. Immutable. All latencies are microseconds; all
 * counts are of the measured time, without the warm-up, unless they say otherwise.
 *
 * @param simulation its name, such as {@code takeover}
 * @param planned what was asked for
 * @param rate newcomers that were started, per second of the measured time
 * @param metrics by name, see {@link Metric}; only those with samples
 * @param evictedBy how incumbents were told, such as {@code close:4409}, and how many
 * @param takeovers incumbents that a definite newcomer was admitted after
 * @param unevicted takeovers without any signal to the incumbent
 * @param violations broken promises: an incumbent neither evicted nor ended by {@code force}, a
 *     loser still alive, no survivor, a stranger touched; warm-up included
 * @param errors newcomers that were not admitted
 * @param problems the same, by what went wrong
 * @param concurrent newcomers that came before their user's last one was admitted, which makes no
 *     takeover of a known order
 * @param sample how many takeovers were looked at more closely
 * @param findings what the judges found, one for each rule
 * @param gates what was asked of the numbers
 * @param generator whether the measuring side could be trusted
 * @param curve the distribution of the eviction latency, for drawing
 * @param timeline one entry a second, for drawing
 * @param drift what grew or fell meanwhile; null if it was too short to say
 * @param held who was held until the end and asked then; null if nobody was
 * @param capacity the highest rate at which the gates hold; null if it was not looked for
 * @param versus how the target compares with another one; null if it was not compared
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"simulation", "planned", "rate", "metrics"})
public record LoadResult(
    String simulation,
    Planned planned,
    double rate,
    Map<String, Latency> metrics,
    Map<String, Long> evictedBy,
    long takeovers,
    long unevicted,
    long violations,
    long errors,
    Map<String, Long> problems,
    long concurrent,
    Sample sample,
    List<RuleFinding> findings,
    List<GateResult> gates,
    Generator generator,
    List<Point> curve,
    List<Second> timeline,
    Drift drift,
    Held held,
    Capacity capacity,
    Versus versus) {

  /**
   * What was asked for.
   *
   * @param rate newcomers per second
   * @param users population
   * @param durationMs measured time, milliseconds
   * @param warmupMs discarded time before it, milliseconds
   * @param popularity how users are chosen: {@code uniform} or {@code zipf:EXPONENT}
   * @param sizes numbers of the simulation's own that were given, by name; null if none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Planned(
      double rate,
      int users,
      long durationMs,
      long warmupMs,
      String popularity,
      Map<String, String> sizes) {}

  /**
   * A distribution, microseconds.
   *
   * @param count samples
   * @param p50 median
   * @param p90 90th percentile
   * @param p99 99th percentile
   * @param p999 99.9th percentile
   * @param max largest
   * @param mean mean
   */
  public record Latency(
      long count,
      long p50,
      long p90,
      long p99,
      @JsonProperty("p99.9") long p999,
      long max,
      long mean) {}

  /**
   * What was not looked at in every takeover.
   *
   * @param probed newcomers that were asked for a sign of life after the takeover
   * @param released incumbents whose release was waited for
   */
  public record Sample(long probed, long released) {}

  /**
   * What the judges found under one rule.
   *
   * @param rule its id
   * @param level MUST or SHOULD
   * @param verdict the worst that was found; inconclusive if nothing could be observed
   * @param bad how often it was broken
   * @param observed how often it could be observed
   * @param expected what was asked for, in the first bad case
   * @param actual what was seen there
   * @param text the first bad case as it reads in the terminal
   * @param interval where to look for it in the history of the load
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record RuleFinding(
      String rule,
      String level,
      Verdict verdict,
      long bad,
      long observed,
      String expected,
      String actual,
      String text,
      CaseResult.Interval interval) {}

  /**
   * A gate and what came of it.
   *
   * @param expression as it was asked for
   * @param value the metric's value with its unit; null if there were no samples
   * @param verdict pass, fail, or inconclusive: without samples, where a latency or rate fails that
   *     an unhealthy generator measured, or where a latency may be right or wrong by what the
   *     generator was late itself
   * @param reason that lateness, or why a capacity may be more, if it is why the gate is
   *     inconclusive; else null
   * @param baseline the earlier run's value with its unit; null if it was not asked for
   * @param limit what follows from that for the value; null if it was not asked for
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record GateResult(
      String expression,
      String value,
      Verdict verdict,
      String reason,
      String baseline,
      String limit) {

    /** One whose verdict needs no reason, and that asks for no earlier run. */
    public GateResult(String expression, String value, Verdict verdict) {
      this(expression, value, verdict, null, null, null);
    }

    /** One that asks for no earlier run. */
    public GateResult(String expression, String value, Verdict verdict, String reason) {
      this(expression, value, verdict, reason, null, null);
    }
  }

  /**
   * The measuring side.
   *
   * @param healthy true if its numbers can be trusted
   * @param cpu its share of all processors, 0 to 1
   * @param gcMs time in garbage collection, milliseconds
   * @param scheduleLagP99Us how late newcomers were started, 99th percentile, microseconds
   * @param reason why it is not healthy: the most telling reason
   * @param reasons all of them, that one first; null if it is healthy, or if an older release
   *     measured
   * @param readings what it saw of itself; in JSON they stand beside the others
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Generator(
      boolean healthy,
      double cpu,
      long gcMs,
      long scheduleLagP99Us,
      String reason,
      List<String> reasons,
      @JsonUnwrapped Readings readings) {

    /** Never without readings. */
    public Generator {
      readings = readings == null ? Readings.NONE : readings;
    }

    /** One that saw nothing else of itself. */
    public Generator(boolean healthy, double cpu, long gcMs, long scheduleLagP99Us, String reason) {
      this(healthy, cpu, gcMs, scheduleLagP99Us, reason, null, Readings.NONE);
    }

    /** The same, not to be trusted, the first reason first. */
    public Generator because(List<String> why) {
      return new Generator(
          false, cpu, gcMs, scheduleLagP99Us, why.get(0), List.copyOf(why), readings);
    }
  }

  /**
   * A point of a percentile curve.
   *
   * @param percentile 0 to 100
   * @param us latency, microseconds
   */
  public record Point(double percentile, double us) {}

  /**
   * One second of the run.
   *
   * @param at seconds since the first planned newcomer; the warm-up comes first
   * @param warmup true if it is not measured
   * @param planned newcomers that the plan meant to come
   * @param started newcomers that were started
   * @param evictions incumbents evicted by these
   * @param p50 eviction latency, median, microseconds; 0 without evictions
   * @param p99 99th percentile
   * @param max largest
   */
  public record Second(
      int at,
      boolean warmup,
      long planned,
      long started,
      long evictions,
      long p50,
      long p99,
      long max) {}

  /** The same with the gates judged. */
  public LoadResult withGates(List<GateResult> judged) {
    return new LoadResult(
        simulation,
        planned,
        rate,
        metrics,
        evictedBy,
        takeovers,
        unevicted,
        violations,
        errors,
        problems,
        concurrent,
        sample,
        findings,
        List.copyOf(judged),
        generator,
        curve,
        timeline,
        drift,
        held,
        capacity,
        versus);
  }

  /** The distribution of a metric; null if it has no samples. */
  public Latency latency(Metric metric) {
    return metrics == null ? null : metrics.get(metric.text());
  }
}
