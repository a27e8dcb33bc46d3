package io.solewire.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.solewire.judge.Verdict;
import java.util.List;
import java.util.Map;

/**
 * The whole of result.json, format 1. Immutable.
 *
 * @param format version of this format
 * @param tool name and version
 * @param rulesVersion version of the rules
 * @param environment machine, Java, system
 * @param target what was judged
 * @param seed replays the plan
 * @param startedAt ISO 8601 instant
 * @param durationMs how long it took, milliseconds
 * @param interrupted true if it was cut short
 * @param verdict the worst verdict
 * @param exitCode what the process ended with
 * @param rttUs round trip to the target, microseconds
 * @param cases in the order of their ids; empty if only load was asked for
 * @param load what came of the load; null if none was asked for
 * @param problems what went wrong outside of cases
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
  "format",
  "tool",
  "rulesVersion",
  "environment",
  "target",
  "seed",
  "startedAt",
  "durationMs"
})
public record RunResult(
    int format,
    String tool,
    int rulesVersion,
    Map<String, String> environment,
    TargetInfo target,
    long seed,
    String startedAt,
    long durationMs,
    boolean interrupted,
    Verdict verdict,
    int exitCode,
    Rtt rttUs,
    List<CaseResult> cases,
    LoadResult load,
    List<String> problems) {

  /** The format that this release writes. */
  public static final int FORMAT = 1;

  /**
   * What was judged.
   *
   * @param name its name
   * @param url its URL template, without secrets
   * @param profileDigest SHA-256 of the profile without secrets
   * @param replay the command that judges it again, without {@code --seed} and by all cases
   * @param chosen what that command needs besides to take the same cases; null if it took all
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record TargetInfo(
      String name, String url, String profileDigest, String replay, String chosen) {

    /** Judged by all cases. */
    public TargetInfo(String name, String url, String profileDigest, String replay) {
      this(name, url, profileDigest, replay, null);
    }
  }

  /**
   * Round trip of a probe, microseconds.
   *
   * @param p50 median
   * @param p99 99th percentile
   */
  public record Rtt(long p50, long p99) {}

  /** How many cases have this verdict. */
  public long count(Verdict wanted) {
    return cases.stream().filter(c -> c.verdict() == wanted).count();
  }

  /** The same, as if no load had been asked for. */
  public RunResult withoutLoad() {
    return new RunResult(
        format,
        tool,
        rulesVersion,
        environment,
        target,
        seed,
        startedAt,
        durationMs,
        interrupted,
        verdict,
        exitCode,
        rttUs,
        cases,
        null,
        problems);
  }
}
