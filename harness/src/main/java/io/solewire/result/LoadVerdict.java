package io.solewire.result;

import io.solewire.judge.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * What a load concludes. Stateless. Zero evictions, or a generator that could not keep its plan, is
 * never success; a broken rule is one even so, because judges do not depend on the plan.
 */
public final class LoadVerdict {

  private static final String VERSUS = "versus";

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
    return worst.join(compared(load));
  }

  /**
   * What a comparison concludes; what an unhealthy generator compared is nobody's.
   *
   * @param load what came of the load
   * @return fail if the target is worse, inconclusive if nobody knows, not-applicable if it was not
   *     to be compared
   */
  public static Verdict compared(LoadResult load) {
    if (load.versus() == null) {
      return VERSUS.equals(load.simulation()) ? Verdict.INCONCLUSIVE : Verdict.NOT_APPLICABLE;
    }
    return switch (load.versus().verdict()) {
      case REGRESSION -> load.generator().healthy() ? Verdict.FAIL : Verdict.INCONCLUSIVE;
      case INCONCLUSIVE -> Verdict.INCONCLUSIVE;
      default -> Verdict.PASS;
    };
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
    LoadResult.Latency eviction = load.latency(Metric.EVICTION);
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
