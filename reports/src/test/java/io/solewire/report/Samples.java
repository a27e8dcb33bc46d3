package io.solewire.report;

import io.solewire.judge.Verdict;
import io.solewire.result.CaseResult;
import io.solewire.result.LoadResult;
import io.solewire.result.RunResult;
import io.solewire.result.RunVerdict;
import io.solewire.rule.Axis;
import io.solewire.rule.Level;
import io.solewire.rule.Rule;
import io.solewire.rule.RuleBook;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Results to show: the parts that a test does not speak of are plausible. */
final class Samples {

  /** Everything that a server could put into a string to break a page, a file or a reader. */
  static final String HOSTILE =
      "]]><script>alert(1)</script> <!-- & \" ' | `` ```` \u0000\u0001\u0007\u001b\uFFFE \uD800"
          + " \uDC00 \u202Eevil\u202C \u0645\u0631\u062D\u0628\u0627 \uD83D\uDE00 {{ seed }}"
          + " </pre></details> @octocat https://evil.example www.evil.example\r\n"
          + "second line";

  private static final double TWENTY = 1 - Math.pow(0.05, 1 / 20.0);

  /** One case of each kind. */
  static final RunResult RED =
      run(
          1,
          false,
          pass("A1.one"),
          warn("C6.slow", "2 s"),
          inconclusive("D1.race", "HTTP 503"),
          fail("D4.late", "nothing on the newcomer"),
          notApplicable("F1.published", "needs the profile key publish"));

  private Samples() {}

  static RunResult run(CaseResult... cases) {
    return run(0, false, cases);
  }

  static RunResult run(int exitCode, boolean interrupted, CaseResult... cases) {
    Verdict worst =
        Arrays.stream(cases).map(CaseResult::verdict).reduce(Verdict.NOT_APPLICABLE, Verdict::join);
    return run("acme-staging", worst, exitCode, interrupted, List.of(), cases);
  }

  static RunResult run(
      String target,
      Verdict verdict,
      int exitCode,
      boolean interrupted,
      List<String> problems,
      CaseResult... cases) {
    return new RunResult(
        RunResult.FORMAT,
        "solewire 0.1.0",
        1,
        Map.of("java", "17.0.19", "system", "Linux 6.1 amd64, 2 cores"),
        new RunResult.TargetInfo(
            target, "wss://acme.example/ws?user={user}", "0f3a9c", "./solewire conform acme.yaml"),
        8812,
        "2026-11-23T10:15:30.123Z",
        12_400,
        interrupted,
        verdict,
        exitCode,
        new RunResult.Rtt(180, 1_240),
        List.of(cases),
        null,
        problems);
  }

  /** The same with a load, judged as {@code RunVerdict} would judge both. */
  static RunResult with(RunResult r, LoadResult load) {
    RunVerdict verdict =
        RunVerdict.of(
            r.cases(),
            Optional.of(load),
            new RunVerdict.Circumstances(false, false, r.interrupted(), r.startedAt()));
    return of(r, r.target(), verdict.verdict(), verdict.exitCode().number(), load);
  }

  /** The same with a load, and a verdict and an exit code that may not fit it. */
  static RunResult with(RunResult r, Verdict verdict, int exitCode, LoadResult load) {
    return of(r, r.target(), verdict, exitCode, load);
  }

  static CaseResult pass(String id) {
    return of(id, Verdict.PASS, null, null, new CaseResult.Seen(0, 20, TWENTY), null);
  }

  static CaseResult fail(String id, String actual) {
    String text =
        id
            + "   MUST   "
            + requirement(id)
            + "\n  target     acme-staging     user sw-7f-17     seed 8812     seen 3 of 20"
            + "\n  expected   published message reaches the newcomer within 1 s"
            + "\n  actual     "
            + actual
            + "\n"
            + "  t+   0.0 ms  c1 admitted      t+  12.4 ms  c2 admitted      t+  13.1 ms  c1 Close"
            + " 4001\n"
            + "  check      does the disconnect handler remove by user instead of by connection?\n"
            + "  replay     ./solewire conform acme.yaml --only "
            + id
            + " --seed 8812";
    return of(id, Verdict.FAIL, actual, null, new CaseResult.Seen(3, 20, null), text);
  }

  static CaseResult warn(String id, String actual) {
    return of(id, Verdict.WARN, actual, null, new CaseResult.Seen(1, 1, null), id + " is late");
  }

  static CaseResult inconclusive(String id, String reason) {
    return of(id, Verdict.INCONCLUSIVE, null, reason, new CaseResult.Seen(0, 0, 1.0), null);
  }

  static CaseResult error(String id, String reason) {
    return of(id, Verdict.ERROR, null, reason, new CaseResult.Seen(0, 0, 1.0), null);
  }

  static CaseResult notApplicable(String id, String reason) {
    return of(id, Verdict.NOT_APPLICABLE, null, reason, null, null);
  }

  static CaseResult known(CaseResult subject, String until) {
    CaseResult.Known known = new CaseResult.Known("ticket 12", until, "known.yaml line 3");
    return with(subject, known, subject.findings());
  }

  static CaseResult with(CaseResult c, CaseResult.Known known, List<CaseResult.Found> findings) {
    return copy(c, c.seen(), known, findings, c.interval());
  }

  static CaseResult seen(CaseResult c, CaseResult.Seen seen) {
    return copy(c, seen, c.known(), c.findings(), c.interval());
  }

  static CaseResult in(CaseResult c, CaseResult.Interval interval) {
    return copy(c, c.seen(), c.known(), c.findings(), interval);
  }

  private static CaseResult copy(
      CaseResult c,
      CaseResult.Seen seen,
      CaseResult.Known known,
      List<CaseResult.Found> findings,
      CaseResult.Interval interval) {
    return new CaseResult(
        c.id(),
        c.rule(),
        c.level(),
        c.title(),
        c.verdict(),
        c.axis(),
        c.expected(),
        c.actual(),
        seen,
        known,
        c.durationMs(),
        c.reason(),
        findings,
        c.history(),
        c.text(),
        c.smallest(),
        interval);
  }

  private static CaseResult of(
      String id, Verdict verdict, String actual, String reason, CaseResult.Seen seen, String text) {
    String rule = id.substring(0, id.indexOf('.'));
    Level level = rule(rule).map(Rule::level).orElse(Level.MUST);
    boolean bad = verdict == Verdict.FAIL || verdict == Verdict.WARN;
    String expected = bad ? "published message reaches the newcomer within 1 s" : null;
    List<CaseResult.Found> findings =
        bad
            ? List.of(new CaseResult.Found(rule, Axis.RULE, level, verdict, expected, actual))
            : List.of();
    return new CaseResult(
        id,
        rule,
        level,
        "what " + id + " asks for",
        verdict,
        Axis.RULE,
        expected,
        actual,
        seen,
        null,
        1_234,
        reason,
        findings,
        new CaseResult.Place(id, 212, 231),
        text,
        null,
        null);
  }

  private static String requirement(String id) {
    return rule(id.substring(0, id.indexOf('.'))).map(Rule::title).orElse("?");
  }

  private static Optional<Rule> rule(String id) {
    return RuleBook.current().find(id);
  }

  /** The same by some of the cases. */
  static RunResult chosen(RunResult r, String options) {
    RunResult.TargetInfo t = r.target();
    return of(
        r,
        new RunResult.TargetInfo(t.name(), t.url(), t.profileDigest(), t.replay(), options),
        r.verdict(),
        r.exitCode(),
        r.load());
  }

  /** The same, of a target that nobody has said how to name. */
  static RunResult unnamed(RunResult r) {
    return replayed(r, null);
  }

  /** The same by another command. */
  static RunResult replayed(RunResult r, String command) {
    RunResult.TargetInfo t = r.target();
    RunResult.TargetInfo target =
        new RunResult.TargetInfo(t.name(), t.url(), t.profileDigest(), command);
    return of(r, target, r.verdict(), r.exitCode(), r.load());
  }

  private static RunResult of(
      RunResult r, RunResult.TargetInfo target, Verdict verdict, int exitCode, LoadResult load) {
    return new RunResult(
        r.format(),
        r.tool(),
        r.rulesVersion(),
        r.environment(),
        target,
        r.seed(),
        r.startedAt(),
        r.durationMs(),
        r.interrupted(),
        verdict,
        exitCode,
        r.rttUs(),
        r.cases(),
        load,
        r.problems());
  }
}
