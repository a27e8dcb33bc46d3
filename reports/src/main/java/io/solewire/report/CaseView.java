package io.solewire.report;

import io.solewire.judge.Verdict;
import io.solewire.report.timeline.Timeline;
import io.solewire.result.CaseResult;
import io.solewire.result.RunResult;
import io.solewire.rule.Rule;
import io.solewire.rule.RuleBook;
import java.util.List;
import java.util.Map;
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
 * @param told what is told of it in words
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
    Told told,
    TimelineView timeline) {

  /** All cases of a run; what is not green has the first claim on the room in a page. */
  static List<CaseView> of(RunResult run, Map<String, Timeline> timelines, Space space) {
    List<CaseResult> cases = Tally.casesOf(run);
    CaseView[] views = new CaseView[cases.size()];
    for (boolean notable : new boolean[] {true, false}) {
      for (int i = 0; i < views.length; i++) {
        if (Standing.of(run, cases.get(i)).notable() == notable) {
          Timeline timeline = timelines.get(cases.get(i).id());
          views[i] = of(run, cases.get(i), i, timeline, space);
        }
      }
    }
    return List.of(views);
  }

  private static CaseView of(
      RunResult run, CaseResult subject, int index, Timeline timeline, Space space) {
    Standing standing = Standing.of(run, subject);
    Optional<Rule> rule = RuleBook.current().find(String.valueOf(subject.rule()));
    boolean executed = standing != Standing.NOT_APPLICABLE;
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
        Told.of(subject, space),
        TimelineView.of(timeline, standing, subject.actual(), space));
  }

  /** Only of what was observed, and not broken, is it known what would have been missed. */
  private static String bound(CaseResult subject) {
    boolean own = subject.seen() != null && subject.seen().k() > 0;
    return subject.verdict() == Verdict.PASS || own ? Words.bound(subject.seen()) : "";
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
