package io.solewire.result;

import io.solewire.history.Detail;
import io.solewire.judge.CaseFindings;
import io.solewire.judge.CaseVerdict;
import io.solewire.judge.Finding;
import io.solewire.judge.Verdict;
import io.solewire.rule.Rule;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What is thought of one case by itself, before it is known which of the things that other rules
 * found bad count here. It keeps findings and no events.
 *
 * @param id the case
 * @param rule its own rule
 * @param title what it says it does
 * @param durationMs how long it took
 * @param end how it ended
 * @param findings of all rules; none if it does not apply
 */
record Opinion(
    String id, Rule rule, String title, long durationMs, Detail end, CaseFindings findings) {

  /** Writes the text of a failure. */
  interface Text {
    String of(Opinion opinion, Finding decisive, CaseVerdict.Seen seen);
  }

  private boolean applies() {
    return !Conclusion.NOT_APPLICABLE.equals(end.name());
  }

  /** The finding whose text is to be told. */
  Optional<Finding> told(Predicate<String> counts) {
    if (!applies()) {
      return Optional.empty();
    }
    CaseVerdict verdict = findings.verdict(counts);
    Verdict joined = verdict.verdict().join(ofEnd());
    return verdict.decisive().filter(f -> f.verdict() == joined && f.isBad());
  }

  /** The result, with what counts. */
  CaseResult result(Predicate<String> counts, Text text) {
    if (!applies()) {
      return bare();
    }
    CaseVerdict verdict = findings.verdict(counts);
    Verdict joined = verdict.verdict().join(ofEnd());
    boolean unsure = joined == Verdict.INCONCLUSIVE || joined == Verdict.ERROR;
    Optional<Finding> decisive = verdict.decisive().filter(f -> f.verdict() == joined);
    Optional<Finding> shown = decisive.or(verdict::decisive);
    String reason = null;
    if (unsure) {
      reason =
          end.name() != null
              ? end.text()
              : decisive.map(Finding::actual).orElseGet(() -> unobserved(verdict));
    }
    CaseVerdict.Seen seen = verdict.seen();
    return new CaseResult(
        id,
        rule.id(),
        rule.level(),
        title,
        joined,
        verdict.axis(),
        shown.map(Finding::expected).orElse(null),
        shown.map(Finding::actual).orElse(null),
        new CaseResult.Seen(seen.bad(), seen.rounds(), seen.missedRateUpper95().orElse(null)),
        null,
        durationMs,
        reason,
        verdict.findings().stream().map(Opinion::found).distinct().toList(),
        null,
        told(counts).map(f -> text.of(this, f, seen)).orElse(null),
        null,
        shown.map(CaseResult.Interval::of).orElse(null));
  }

  private static String unobserved(CaseVerdict verdict) {
    return "nothing of the kind happened"
        + verdict.findings().stream()
            .findFirst()
            .map(f -> "; instead, by " + f.rule() + ": " + f.actual())
            .orElse("");
  }

  private Verdict ofEnd() {
    if (Conclusion.HARNESS_ERROR.equals(end.name())) {
      return Verdict.ERROR;
    }
    return Conclusion.CANNOT_GO_ON.equals(end.name())
        ? Verdict.INCONCLUSIVE
        : Verdict.NOT_APPLICABLE;
  }

  private CaseResult bare() {
    return CaseResult.bare(
        id, rule.id(), rule.level(), title, Verdict.NOT_APPLICABLE, 0, end.text());
  }

  private static CaseResult.Found found(Finding f) {
    return new CaseResult.Found(
        f.rule(), f.axis(), f.level(), f.verdict(), f.expected(), f.actual());
  }
}
