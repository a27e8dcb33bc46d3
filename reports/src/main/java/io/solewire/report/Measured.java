package io.solewire.report;

import io.solewire.judge.Verdict;
import io.solewire.result.LoadResult;
import io.solewire.result.LoadVerdict;
import io.solewire.result.RunResult;
import io.solewire.rule.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The load half of a run with no part absent, so that whoever shows it need not ask: what a result
 * does not say of its health is taken to be bad, and a verdict it lacks to be inconclusive.
 * Stateless.
 */
final class Measured {

  private Measured() {}

  /** Empty if no load was asked for. */
  static Optional<LoadResult> of(RunResult run) {
    return Optional.ofNullable(run.load()).map(Measured::whole);
  }

  /** What the load concludes; not applicable if there was none. */
  static Verdict verdict(RunResult run) {
    return of(run).map(Measured::verdict).orElse(Verdict.NOT_APPLICABLE);
  }

  /** A violation is a broken promise, whether or not a gate asked for it. */
  private static Verdict verdict(LoadResult load) {
    return load.violations() > 0 ? Verdict.FAIL : LoadVerdict.of(load, false);
  }

  /** Whether a rule was broken under load. */
  static boolean broken(LoadResult.RuleFinding finding) {
    return finding.verdict() == Verdict.FAIL || finding.verdict() == Verdict.WARN;
  }

  /** Whether a rule could be judged under load. */
  static boolean judged(LoadResult.RuleFinding finding) {
    return broken(finding) || finding.verdict() == Verdict.PASS;
  }

  static LoadResult whole(LoadResult load) {
    return new LoadResult(
        load.simulation(),
        load.planned() == null ? new LoadResult.Planned(0, 0, 0, 0, null, null) : load.planned(),
        load.rate(),
        metrics(load.metrics()),
        whole(load.evictedBy()),
        load.takeovers(),
        load.unevicted(),
        load.violations(),
        load.errors(),
        whole(load.problems()),
        load.concurrent(),
        load.sample() == null ? new LoadResult.Sample(0, 0) : load.sample(),
        whole(load.findings()).stream().map(Measured::whole).toList(),
        whole(load.gates()).stream().map(Measured::whole).toList(),
        whole(load.generator()),
        whole(load.curve()),
        whole(load.timeline()),
        load.drift(),
        load.held(),
        load.capacity(),
        load.versus());
  }

  private static Map<String, LoadResult.Latency> metrics(Map<String, LoadResult.Latency> metrics) {
    Map<String, LoadResult.Latency> whole = whole(metrics);
    whole.values().removeIf(latency -> latency.count() <= 0);
    return whole;
  }

  private static LoadResult.RuleFinding whole(LoadResult.RuleFinding f) {
    return new LoadResult.RuleFinding(
        f.rule(),
        f.level(),
        seen(f),
        f.bad(),
        f.observed(),
        f.expected(),
        f.actual(),
        f.text(),
        f.interval());
  }

  /** What was seen broken is broken, even if the verdict beside it says otherwise. */
  private static Verdict seen(LoadResult.RuleFinding f) {
    Verdict verdict = f.verdict() == null ? Verdict.INCONCLUSIVE : f.verdict();
    boolean bad = verdict == Verdict.FAIL || verdict == Verdict.WARN || verdict == Verdict.ERROR;
    if (f.bad() <= 0 || bad) {
      return verdict;
    }
    return Level.SHOULD.name().equals(f.level()) ? Verdict.WARN : Verdict.FAIL;
  }

  private static LoadResult.GateResult whole(LoadResult.GateResult g) {
    return g.verdict() != null
        ? g
        : new LoadResult.GateResult(
            g.expression(), g.value(), Verdict.INCONCLUSIVE, g.reason(), g.baseline(), g.limit());
  }

  private static LoadResult.Generator whole(LoadResult.Generator g) {
    if (g == null) {
      return new LoadResult.Generator(
          false, Double.NaN, 0, 0, "the health of the measuring side was not recorded");
    }
    return g.healthy() || g.reason() != null
        ? g
        : new LoadResult.Generator(
            false,
            g.cpu(),
            g.gcMs(),
            g.scheduleLagP99Us(),
            "the measuring side was not healthy, and gave no reason",
            null,
            g.readings());
  }

  private static <T> List<T> whole(List<T> list) {
    return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
  }

  private static <V> Map<String, V> whole(Map<String, V> map) {
    Map<String, V> whole = new LinkedHashMap<>(map == null ? Map.of() : map);
    whole.values().removeIf(Objects::isNull);
    return whole;
  }
}
