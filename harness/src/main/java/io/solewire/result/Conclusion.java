package io.solewire.result;

import io.solewire.history.CaseFold;
import io.solewire.history.Detail;
import io.solewire.history.Event;
import io.solewire.history.EventKind;
import io.solewire.history.Trace;
import io.solewire.judge.CaseVerdict;
import io.solewire.judge.Faults;
import io.solewire.judge.Finding;
import io.solewire.judge.Judges;
import io.solewire.judge.Verdict;
import io.solewire.profile.KnownFailures;
import io.solewire.profile.Profile;
import io.solewire.rule.Axis;
import io.solewire.rule.Rule;
import io.solewire.rule.RuleBook;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Concludes one case from nothing but the profile and its events, so that a stored history gives
 * the same result as the live run. Immutable and thread-safe.
 *
 * @param profile what the server promises
 * @param seed the run's seed
 * @param replay the command that runs a case again, with {@code {case}} and {@code {seed}} in it;
 *     or what stands before {@code --only}
 * @param lostAt the last sign of life of a target that was lost; {@link Trace#NEVER} if it was not
 * @param known which failures are known; every case that is listed carries what the list says
 */
public record Conclusion(
    Profile profile, long seed, String replay, long lostAt, KnownFailures known) {

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
   * @param lostAt the last sign of life of a target that was lost
   */
  public Conclusion(Profile profile, long seed, String replay, long lostAt) {
    this(profile, seed, replay, lostAt, KnownFailures.NONE);
  }

  /** The same for a target that was lost. */
  public Conclusion withLoss(long at) {
    return new Conclusion(profile, seed, replay, at, known);
  }

  /** The same with a list of known failures. */
  public Conclusion withKnown(KnownFailures list) {
    return new Conclusion(profile, seed, replay, lostAt, list);
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
    CaseResult result = judged(caseId, events, counts);
    return known.find(caseId).map(Conclusion::known).map(result::knownAs).orElse(result);
  }

  private static CaseResult.Known known(KnownFailures.Entry entry) {
    return new CaseResult.Known(entry.reason(), entry.until().toString(), entry.place());
  }

  private CaseResult judged(String caseId, List<Event> events, Predicate<String> counts) {
    Rule rule = RuleBook.current().rule(caseId.substring(0, caseId.indexOf('.')));
    String title =
        first(events, EventKind.CASE_BEGIN).map(Event::detail).map(Detail::text).orElse("");
    Detail end = first(events, EventKind.CASE_END).map(Event::detail).orElse(CUT_OFF);
    if (NOT_APPLICABLE.equals(end.name())) {
      return bare(caseId, rule, title, Verdict.NOT_APPLICABLE, end.text());
    }
    CaseFold fold = new CaseFold();
    events.forEach(fold::accept);
    long flooded = floodedAt(events);
    List<Finding> findings =
        Judges.judge(profile, fold.users()).stream()
            .map(this::unlessLost)
            .map(finding -> unlessFlooded(finding, flooded))
            .toList();
    CaseVerdict verdict = CaseVerdict.of(rule.id(), findings, counts);
    return result(new Subject(caseId, rule, title, duration(events)), end, verdict, events);
  }

  private static final Detail CUT_OFF =
      Detail.named(CANNOT_GO_ON, "the case was cut off before its end");

  private Finding unlessLost(Finding finding) {
    return finding.isBad() && finding.to() > lostAt
        ? finding.withdrawn("the target was lost; before that: " + finding.actual())
        : finding;
  }

  /** What a connection that was not read any more did not see proves nothing. */
  private static Finding unlessFlooded(Finding finding, long floodedAt) {
    return finding.isBad() && finding.to() > floodedAt
        ? finding.withdrawn("the server floods a connection; beside that: " + finding.actual())
        : finding;
  }

  private static long floodedAt(List<Event> events) {
    return events.stream()
        .filter(e -> e.kind() == EventKind.FAULT && Faults.FLOOD.equals(e.detail().name()))
        .mapToLong(Event::t)
        .min()
        .orElse(Trace.NEVER);
  }

  private record Subject(String id, Rule rule, String title, long durationMs) {}

  private CaseResult result(Subject subject, Detail end, CaseVerdict verdict, List<Event> events) {
    Verdict joined = verdict.verdict().join(ofEnd(end));
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
    String text =
        joined == Verdict.FAIL || joined == Verdict.WARN
            ? decisive.map(f -> text(subject, f, verdict, events)).orElse(null)
            : null;
    CaseVerdict.Seen seen = verdict.seen();
    return new CaseResult(
        subject.id(),
        subject.rule().id(),
        subject.rule().level(),
        subject.title(),
        joined,
        verdict.axis(),
        shown.map(Finding::expected).orElse(null),
        shown.map(Finding::actual).orElse(null),
        new CaseResult.Seen(seen.bad(), seen.rounds(), seen.missedRateUpper95().orElse(null)),
        null,
        subject.durationMs(),
        reason,
        verdict.findings().stream().map(Conclusion::found).distinct().toList(),
        null,
        text,
        null);
  }

  private static String unobserved(CaseVerdict verdict) {
    return "nothing of the kind happened"
        + verdict.findings().stream()
            .findFirst()
            .map(f -> "; instead, by " + f.rule() + ": " + f.actual())
            .orElse("");
  }

  private String text(Subject subject, Finding finding, CaseVerdict verdict, List<Event> events) {
    FailureText.Context context =
        new FailureText.Context(subject.id(), profile.name(), seed, replayOf(subject.id()));
    Rule rule = RuleBook.current().rule(finding.rule());
    return FailureText.of(context, rule, finding, verdict.seen(), events);
  }

  /** A result with the smallest schedule that failed, and how it is played again. */
  CaseResult reduced(CaseResult result, Smallest smallest) {
    String schedule = " --schedule '" + smallest.schedule() + "'";
    String command = replayOf(result.id()) + schedule;
    return result.with(smallest.replayedBy(command));
  }

  private String replayOf(String caseId) {
    return replay.contains(CASE)
        ? replay.replace(CASE, caseId).replace(SEED, Long.toString(seed))
        : replay + " --only " + caseId + " --seed " + seed;
  }

  private static Verdict ofEnd(Detail end) {
    if (HARNESS_ERROR.equals(end.name())) {
      return Verdict.ERROR;
    }
    return CANNOT_GO_ON.equals(end.name()) ? Verdict.INCONCLUSIVE : Verdict.NOT_APPLICABLE;
  }

  private static CaseResult bare(
      String id, Rule rule, String title, Verdict verdict, String reason) {
    return new CaseResult(
        id,
        rule.id(),
        rule.level(),
        title,
        verdict,
        Axis.RULE,
        null,
        null,
        null,
        null,
        0,
        reason,
        List.of(),
        null,
        null,
        null);
  }

  private static CaseResult.Found found(Finding f) {
    return new CaseResult.Found(
        f.rule(), f.axis(), f.level(), f.verdict(), f.expected(), f.actual());
  }

  private static Optional<Event> first(List<Event> events, EventKind kind) {
    return events.stream().filter(e -> e.kind() == kind).findFirst();
  }

  private static long duration(List<Event> events) {
    long from = first(events, EventKind.CASE_BEGIN).map(Event::t).orElse(0L);
    return first(events, EventKind.CASE_END).map(e -> (e.t() - from) / 1_000_000).orElse(0L);
  }
}
