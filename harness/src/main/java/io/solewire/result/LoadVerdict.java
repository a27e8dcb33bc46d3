package io.solewire.result;

import io.solewire.judge.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * What a load concludes. Stateless. Zero evictions, or a generator that could not keep its plan, is
 * never success; a broken rule is one even so, because judges do not depend on the plan.
 */
public final class LoadVerdict {

  private LoadVerdict() {}

  /**
   * Concludes.
   *
   * @param load what came of it
   * @param strict true if a broken SHOULD fails
   * @return the worst of rules, gates and health
   */
  public static Verdict of(LoadResult load, boolean strict) {
    Verdict worst = unproven(load).isPresent() ? Verdict.INCONCLUSIVE : Verdict.PASS;
    for (LoadResult.RuleFinding finding : load.findings()) {
      worst = worst.join(counting(finding, strict));
    }
    for (LoadResult.GateResult gate : load.gates()) {
      worst = worst.join(gate.verdict());
    }
    return worst;
  }

  /**
   * Why nothing is proven, whatever the gates say.
   *
   * @param load what came of it
   * @return one sentence; empty if the numbers stand
   */
  public static Optional<String> unproven(LoadResult load) {
    if (!load.generator().healthy()) {
      return Optional.of(load.generator().reason());
    }
    LoadResult.Latency eviction = load.latency(LoadResult.Metric.EVICTION);
    return eviction == null || eviction.count() == 0
        ? Optional.of("no eviction was measured")
        : Optional.empty();
  }

  /**
   * The rules that were broken.
   *
   * @param load what came of it
   * @return findings that are failures or warnings
   */
  public static List<LoadResult.RuleFinding> broken(LoadResult load) {
    return load.findings().stream().filter(f -> f.bad() > 0).toList();
  }

  /** What a rule could not show under load is no hole: its own case shows it. */
  private static Verdict counting(LoadResult.RuleFinding finding, boolean strict) {
    return switch (finding.verdict()) {
      case FAIL, ERROR -> finding.verdict();
      case WARN -> strict ? Verdict.FAIL : Verdict.WARN;
      default -> Verdict.NOT_APPLICABLE;
    };
  }
}
