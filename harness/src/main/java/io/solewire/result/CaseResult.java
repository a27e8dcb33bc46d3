package io.solewire.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.solewire.judge.Finding;
import io.solewire.judge.Verdict;
import io.solewire.rule.Axis;
import io.solewire.rule.Level;
import java.util.List;

/**
 * One case in result.json. Immutable; absent parts are null and are not written.
 *
 * @param id permanent, {@code <rule>.<kebab-name>}
 * @param rule the rule it is about
 * @param level how binding that rule is
 * @param title what it asks for, in one line
 * @param verdict the conclusion
 * @param axis what the deciding finding speaks of
 * @param expected what was asked for, by the deciding finding
 * @param actual what was seen
 * @param seen how often something bad was seen
 * @param known what the list of known failures says of it, if it is there
 * @param durationMs how long it took, milliseconds
 * @param reason why it is not applicable, inconclusive or an error
 * @param findings every finding that counts
 * @param history where its events are
 * @param text the failure as it reads in the terminal
 * @param smallest of a race that failed, the smallest schedule that was seen failing
 * @param interval where the deciding finding has to be looked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"id", "rule", "level", "title", "verdict", "axis", "expected", "actual"})
public record CaseResult(
    String id,
    String rule,
    Level level,
    String title,
    Verdict verdict,
    Axis axis,
    String expected,
    String actual,
    Seen seen,
    Known known,
    long durationMs,
    String reason,
    List<Found> findings,
    Place history,
    String text,
    Smallest smallest,
    Interval interval) {

  /**
   * How often something bad was seen.
   *
   * @param k bad rounds
   * @param n rounds
   * @param missedRateUpper95 bound on the rate of a defect that would have been missed
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Seen(int k, int n, Double missedRateUpper95) {}

  /**
   * What the list of known failures says of it, whatever came of it.
   *
   * @param reason why its failure is known
   * @param until the last day on which it may fail, ISO 8601, in UTC
   * @param listed where the list says so, such as {@code known.yaml line 3}
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Known(String reason, String until, String listed) {}

  /**
   * A finding.
   *
   * @param rule its rule
   * @param axis what it speaks of
   * @param level how binding the rule is
   * @param verdict the conclusion
   * @param expected what was asked for
   * @param actual what was seen
   */
  public record Found(
      String rule, Axis axis, Level level, Verdict verdict, String expected, String actual) {}

  /**
   * Where the events are.
   *
   * @param segment the case
   * @param from first line of the history
   * @param to last line
   */
  public record Place(String segment, long from, long to) {}

  /**
   * Where to look in the events of a case.
   *
   * @param user the user that the deciding finding speaks of
   * @param fromNs when it begins, nanoseconds of the run
   * @param toNs when it ends
   */
  public record Interval(String user, long fromNs, long toNs) {

    /** Of a finding. */
    public static Interval of(Finding finding) {
      return new Interval(finding.user(), finding.from(), finding.to());
    }
  }

  /**
   * Of which no more is known.
   *
   * @param id permanent
   * @param rule its rule
   * @param level how binding that rule is
   * @param title what it asks for
   * @param verdict the conclusion
   * @param durationMs how long it took, milliseconds
   * @param reason why it is not applicable, inconclusive or an error; may be null
   * @return without findings
   */
  public static CaseResult bare(
      String id,
      String rule,
      Level level,
      String title,
      Verdict verdict,
      long durationMs,
      String reason) {
    return new CaseResult(
        id,
        rule,
        level,
        title,
        verdict,
        Axis.RULE,
        null,
        null,
        null,
        null,
        durationMs,
        reason,
        List.of(),
        null,
        null,
        null,
        null);
  }

  /** True if it was executed, as opposed to not applicable. */
  public boolean executed() {
    return verdict != Verdict.NOT_APPLICABLE;
  }

  /** The same, with the place of its events. */
  public CaseResult at(Place place) {
    return with(known, place, text, smallest);
  }

  /** The same, with what the list of known failures says of it. */
  public CaseResult knownAs(Known why) {
    return with(why, history, text, smallest);
  }

  /** The same, with the smallest schedule. */
  CaseResult with(Smallest found) {
    String words = text == null ? null : text + "\n" + found.lines();
    return with(known, history, words, found.kept() ? found : null);
  }

  private CaseResult with(Known why, Place place, String words, Smallest found) {
    return new CaseResult(
        id,
        rule,
        level,
        title,
        verdict,
        axis,
        expected,
        actual,
        seen,
        why,
        durationMs,
        reason,
        findings,
        place,
        words,
        found,
        interval);
  }
}
