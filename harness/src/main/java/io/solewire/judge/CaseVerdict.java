package io.solewire.judge;

import io.solewire.rule.Axis;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What is concluded about one case from all findings. Immutable.
 *
 * <p>The case's own rule must have been observed at all. What other rules have to say is kept where
 * it is bad, so that nothing that was seen is lost; whether it counts here is the caller's choice.
 *
 * @param verdict the worst of what counts
 * @param axis what the deciding finding speaks of
 * @param decisive the finding that decided, if one did
 * @param seen how many of the rounds of its own rule were bad
 * @param findings those of its own rule, then the bad ones of other rules
 */
public record CaseVerdict(
    Verdict verdict, Axis axis, Optional<Finding> decisive, Seen seen, List<Finding> findings) {

  /**
   * How often something bad was seen.
   *
   * @param bad number of rounds that were bad
   * @param rounds number of rounds
   */
  public record Seen(int bad, int rounds) {

    /**
     * The one-sided 95 % Clopper-Pearson bound on the rate of a defect that was never seen.
     *
     * @return 1 - 0.05^(1/n); 1 without rounds; empty if something bad was seen
     */
    public Optional<Double> missedRateUpper95() {
      return bad > 0
          ? Optional.empty()
          : Optional.of(rounds == 0 ? 1.0 : 1 - Math.pow(0.05, 1.0 / rounds));
    }
  }

  /**
   * Concludes.
   *
   * @param rule the case's own rule
   * @param findings all findings of the case
   * @param counts tells of another rule whether what it found bad counts here
   * @return the conclusion; inconclusive if nothing was observed under its own rule
   */
  public static CaseVerdict of(String rule, List<Finding> findings, Predicate<String> counts) {
    CaseFindings gathered = new CaseFindings(rule);
    findings.forEach(gathered::add);
    return gathered.verdict(counts);
  }
}
