package io.solewire.report;

import io.solewire.judge.Verdict;
import io.solewire.report.timeline.Timeline;
import io.solewire.result.CaseResult;
import io.solewire.result.RunResult;
import io.solewire.rule.Rule;
import io.solewire.rule.RuleBook;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One case as report.html shows it; absent parts are empty. Immutable.
 *
 * @param subject the case itself
 * @param anchor its id in the page
 * @param standing where it stands
 * @param requirement what its rule asks for, by the rule book
 * @param bound how often something bad was seen, or what its absence is worth
 * @param check what to check, if it is not green
 * @param took how long it took
 * @param events where its events are
 * @param known what the list of known failures makes of it
 * @param replay the command that runs it again
 * @param findings the first of its findings, the worst first
 * @param moreFindings how many others there are
 * @param timeline its picture; null if its events are not at hand
 */
record CaseView(
    CaseResult subject,
    String anchor,
    Standing standing,
    String requirement,
    String bound,
    String check,
    String took,
    String events,
    String known,
    String replay,
    List<CaseResult.Found> findings,
    int moreFindings,
    TimelineView timeline) {

  private static final int MAX_FINDINGS = 20;

  static CaseView of(RunResult run, CaseResult subject, int index, Timeline timeline) {
    Standing standing = Standing.of(run, subject);
    Optional<Rule> rule = RuleBook.current().find(String.valueOf(subject.rule()));
    boolean executed = standing != Standing.NOT_APPLICABLE;
    List<CaseResult.Found> findings = findings(subject);
    return new CaseView(
        subject,
        anchor(subject.id(), index),
        standing,
        rule.map(Rule::title).orElse(""),
        executed ? bound(subject) : "",
        standing.notable() ? checks(subject) : "",
        executed ? Words.duration(subject.durationMs()) : "",
        events(subject.history()),
        Words.listed(run, subject),
        executed ? Replay.of(run, subject) : "",
        findings.stream().limit(MAX_FINDINGS).toList(),
        Math.max(0, findings.size() - MAX_FINDINGS),
        TimelineView.of(timeline, standing, subject.actual()));
  }

  /** A case that failed by another rule than its own says nothing of what would be missed. */
  private static String bound(CaseResult subject) {
    boolean bad = subject.verdict() == Verdict.FAIL || subject.verdict() == Verdict.WARN;
    boolean own = subject.seen() != null && subject.seen().k() > 0;
    return bad && !own ? "" : Words.bound(subject.seen());
  }

  /** The worst first; none if there is but one and it is the case itself. */
  private static List<CaseResult.Found> findings(CaseResult subject) {
    List<CaseResult.Found> all = Tally.findingsOf(subject);
    if (all.size() == 1 && repeats(subject, all.get(0))) {
      return List.of();
    }
    return all.stream().sorted(Comparator.comparing(CaseView::verdict).reversed()).toList();
  }

  private static boolean repeats(CaseResult subject, CaseResult.Found found) {
    return Objects.equals(found.rule(), subject.rule())
        && Objects.equals(found.expected(), subject.expected())
        && Objects.equals(found.actual(), subject.actual());
  }

  private static Verdict verdict(CaseResult.Found found) {
    return found.verdict() == null ? Verdict.NOT_APPLICABLE : found.verdict();
  }

  /** The question of the rule that was broken, which need not be the case's own. */
  private static String checks(CaseResult subject) {
    String broken =
        Tally.findingsOf(subject).stream()
            .filter(f -> f.verdict() == subject.verdict())
            .map(CaseResult.Found::rule)
            .findFirst()
            .orElse(subject.rule());
    return RuleBook.current().find(String.valueOf(broken)).map(Rule::check).orElse("");
  }

  private static String events(CaseResult.Place place) {
    return place == null ? "" : "history.jsonl, lines " + place.from() + " to " + place.to();
  }

  private static String anchor(String id, int index) {
    return id != null && id.matches("[A-Za-z0-9.-]{1,100}") ? id : "case-" + index;
  }
}
