package io.solewire.judge;

import io.solewire.rule.Axis;
import java.util.List;
import java.util.Optional;

/**
 * What is concluded about one case from all findings. Immutable.
 *
 * <p>The case's own rule must have been observed at all; what other rules have to say counts only
 * where it is bad, so that nothing that was seen is lost.
 *
 * @param verdict the worst of what counts
 * @param axis what the deciding finding speaks of
 * @param decisive the finding that decided, if one did
 * @param seen how many of the rounds of its own rule were bad
 * @param counted the findings that count, own rule first
 */
public record CaseVerdict(
    Verdict verdict, Axis axis, Optional<Finding> decisive, Seen seen, List<Finding> counted) {

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
   * @return the conclusion; inconclusive if nothing was observed under its own rule
   */
  public static CaseVerdict of(String rule, List<Finding> findings) {
    List<Finding> own = findings.stream().filter(f -> f.rule().equals(rule)).toList();
    List<Finding> others =
        findings.stream()
            .filter(f -> !f.rule().equals(rule))
            .filter(f -> f.verdict() == Verdict.FAIL || f.verdict() == Verdict.WARN)
            .toList();
    List<Finding> counted = java.util.stream.Stream.concat(own.stream(), others.stream()).toList();
    Optional<Finding> worst = counted.stream().reduce(CaseVerdict::worse);
    Verdict ofOwn =
        own.stream().map(Finding::verdict).reduce(Verdict::join).orElse(Verdict.INCONCLUSIVE);
    Verdict verdict = others.stream().map(Finding::verdict).reduce(ofOwn, Verdict::join);
    Axis axis = worst.map(Finding::axis).orElse(Axis.RULE);
    int bad = (int) own.stream().filter(CaseVerdict::isBad).count();
    return new CaseVerdict(verdict, axis, worst, new Seen(bad, own.size()), counted);
  }

  private static Finding worse(Finding first, Finding second) {
    return second.verdict().compareTo(first.verdict()) > 0 ? second : first;
  }

  private static boolean isBad(Finding finding) {
    return finding.verdict() == Verdict.FAIL || finding.verdict() == Verdict.WARN;
  }
}
