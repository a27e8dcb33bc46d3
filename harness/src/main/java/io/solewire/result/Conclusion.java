package io.solewire.result;

import io.solewire.history.Event;
import io.solewire.judge.CaseFindings;
import io.solewire.judge.CaseVerdict;
import io.solewire.judge.Finding;
import io.solewire.judge.Judges;
import io.solewire.judge.Verdict;
import io.solewire.profile.KnownFailures;
import io.solewire.profile.Profile;
import io.solewire.rule.Rule;
import io.solewire.rule.RuleBook;
import java.util.List;
import java.util.function.Predicate;

/**
 * Concludes one case from nothing but the profile and its events, so that a stored history gives
 * the same result as the live run. Immutable and thread-safe.
 *
 * @param profile what the server promises
 * @param seed the run's seed
 * @param replay the command that runs a case again, with {@code {case}} and {@code {seed}} in it;
 *     or what stands before {@code --only}
 * @param about what the run itself says that bears on its cases
 * @param known which failures are known; every case that is listed carries what the list says
 */
public record Conclusion(
    Profile profile, long seed, String replay, AboutRun about, KnownFailures known) {

  /** What the end of a case says when its script could not go on. */
  public static final String CANNOT_GO_ON = "cannot-go-on";

  /** What the end of a case says when the harness failed. */
  public static final String HARNESS_ERROR = "harness-error";

  /** What the end of a case says when the profile does not enable it. */
  public static final String NOT_APPLICABLE = "not-applicable";

  private static final String CASE = "{case}";
  private static final String SEED = "{seed}";

  /**
   * Without known failures.
   *
   * @param profile what the server promises
   * @param seed the run's seed
   * @param replay the command that runs a case again
   */
  public Conclusion(Profile profile, long seed, String replay) {
    this(profile, seed, replay, new AboutRun(), KnownFailures.NONE);
  }

  /** The same, knowing what the run says. */
  public Conclusion with(AboutRun run) {
    return new Conclusion(profile, seed, replay, run, known);
  }

  /** The same with a list of known failures. */
  public Conclusion withKnown(KnownFailures list) {
    return new Conclusion(profile, seed, replay, about, list);
  }

  /**
   * Concludes a case by its own rule alone.
   *
   * @param caseId its id, which begins with its rule's
   * @param events all its events
   * @return the result
   */
  public CaseResult conclude(String caseId, List<Event> events) {
    return conclude(caseId, events, rule -> false);
  }

  /** The same, and what other rules found bad counts where {@code counts} says so. */
  CaseResult conclude(String caseId, List<Event> events, Predicate<String> counts) {
    return result(opinion(caseId, events), counts, text(events));
  }

  /** What is thought of a case by itself. */
  Opinion opinion(String caseId, List<Event> events) {
    CaseSoFar told = new CaseSoFar();
    events.forEach(told::fold);
    return opinion(caseId, told);
  }

  /**
   * What is thought of a case by itself; its traces are let go of while they are judged.
   *
   * @param caseId its id, which begins with its rule's
   * @param told the whole case
   * @return to be settled with those of the other cases
   */
  Opinion opinion(String caseId, CaseSoFar told) {
    Rule rule = RuleBook.current().rule(caseId.substring(0, caseId.indexOf('.')));
    CaseFindings findings = new CaseFindings(rule.id());
    if (!NOT_APPLICABLE.equals(told.end().name())) {
      long flooded = told.floodedAt();
      told.users()
          .drain(
              user ->
                  Judges.judge(
                      profile, user, f -> findings.add(unlessFlooded(weighed(f), flooded))));
    }
    return new Opinion(caseId, rule, told.title(), told.durationMs(), told.end(), findings);
  }

  /** The result of a case, with what the list of known failures says. */
  CaseResult result(Opinion opinion, Predicate<String> counts, Opinion.Text text) {
    CaseResult alone = opinion.result(counts, text);
    CaseResult result =
        about
            .smallest(opinion.id())
            .filter(found -> alone.verdict() == Verdict.FAIL)
            .map(found -> alone.with(found.replayedBy(replayOf(alone.id(), found))))
            .orElse(alone);
    return known.find(opinion.id()).map(Conclusion::known).map(result::knownAs).orElse(result);
  }

  private static CaseResult.Known known(KnownFailures.Entry entry) {
    return new CaseResult.Known(entry.reason(), entry.until().toString(), entry.place());
  }

  /** The finding, unless the run says that it proves nothing. */
  public Finding weighed(Finding finding) {
    return about.sleeps().weighed(unlessLost(finding));
  }

  private Finding unlessLost(Finding finding) {
    return finding.isBad() && finding.to() > about.lostAt()
        ? finding.withdrawn("the target was lost; before that: " + finding.actual())
        : finding;
  }

  /** What a connection that was not read any more did not see proves nothing. */
  private static Finding unlessFlooded(Finding finding, long floodedAt) {
    return finding.isBad() && finding.to() > floodedAt
        ? finding.withdrawn("the server floods a connection; beside that: " + finding.actual())
        : finding;
  }

  /** Texts of failures of a case whose events are at hand. */
  Opinion.Text text(List<Event> events) {
    return (opinion, finding, seen) -> {
      Around around = new Around(finding);
      events.forEach(around::accept);
      return text(opinion, finding, seen, around);
    };
  }

  String text(Opinion opinion, Finding finding, CaseVerdict.Seen seen, Around around) {
    FailureText.Context context =
        new FailureText.Context(opinion.id(), profile.name(), seed, replayOf(opinion.id()));
    Rule rule = RuleBook.current().rule(finding.rule());
    return FailureText.of(context, rule, finding, seen, around);
  }

  private String replayOf(String caseId, Smallest smallest) {
    String option = replay.contains(CASE) ? " -Dsolewire.schedule=" : " --schedule ";
    return FailureText.explained(replayOf(caseId) + option + Shell.word(smallest.schedule()));
  }

  private String replayOf(String caseId) {
    return replay.contains(CASE)
        ? replay.replace(CASE, caseId).replace(SEED, Long.toString(seed))
        : replay + " --only " + caseId + " --seed " + seed;
  }
}
