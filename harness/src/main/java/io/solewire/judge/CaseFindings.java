package io.solewire.judge;

import io.solewire.rule.Axis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The findings of one case, gathered user by user in bounded memory: those of its own rule, and the
 * bad ones of all others. All are counted; of each rule the first thousand are kept, and the first
 * of those that are worse. Not thread-safe.
 */
public final class CaseFindings {

  /** More are counted and not kept. */
  static final int MOST = 1_000;

  private final String rule;
  private final Map<String, Kept> rules = new LinkedHashMap<>();
  private int rounds;
  private int bad;

  private static final class Kept {
    private final List<Finding> findings = new ArrayList<>();
    private Verdict worst = Verdict.NOT_APPLICABLE;

    void add(Finding finding) {
      boolean worse = finding.verdict().compareTo(worst) > 0;
      if (findings.size() < MOST || worse) {
        findings.add(finding);
      }
      worst = worst.join(finding.verdict());
    }
  }

  /**
   * Begins with none.
   *
   * @param rule the case's own rule
   */
  public CaseFindings(String rule) {
    this.rule = rule;
    Judges.rules().forEach(other -> rules.put(other, new Kept()));
  }

  /**
   * Takes in what was found of one user.
   *
   * @param finding by any rule
   */
  public void add(Finding finding) {
    boolean own = finding.rule().equals(rule);
    rounds += own ? 1 : 0;
    bad += own && finding.isBad() ? 1 : 0;
    if (own || finding.isBad()) {
      rules.computeIfAbsent(finding.rule(), r -> new Kept()).add(finding);
    }
  }

  /**
   * Concludes.
   *
   * @param counts tells of another rule whether what it found bad counts here
   * @return the conclusion; inconclusive if nothing was observed under its own rule
   */
  public CaseVerdict verdict(Predicate<String> counts) {
    List<Finding> own = rules.getOrDefault(rule, new Kept()).findings;
    List<Finding> others =
        rules.entrySet().stream()
            .filter(e -> !e.getKey().equals(rule))
            .flatMap(e -> e.getValue().findings.stream())
            .toList();
    List<Finding> counted =
        Stream.concat(own.stream(), others.stream().filter(f -> counts.test(f.rule()))).toList();
    Optional<Finding> worst = counted.stream().reduce(CaseFindings::worse);
    Verdict least = own.isEmpty() ? Verdict.INCONCLUSIVE : Verdict.NOT_APPLICABLE;
    Verdict verdict = worst.map(Finding::verdict).orElse(least).join(least);
    List<Finding> kept = Stream.concat(own.stream(), others.stream()).toList();
    return new CaseVerdict(
        verdict,
        worst.map(Finding::axis).orElse(Axis.RULE),
        worst,
        new CaseVerdict.Seen(bad, rounds),
        kept);
  }

  private static Finding worse(Finding first, Finding second) {
    return second.verdict().compareTo(first.verdict()) > 0 ? second : first;
  }
}
