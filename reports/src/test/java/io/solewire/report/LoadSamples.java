package io.solewire.report;

import io.solewire.judge.Verdict;
import io.solewire.result.LoadResult;
import io.solewire.result.LoadResult.GateResult;
import io.solewire.result.LoadResult.Generator;
import io.solewire.result.LoadResult.Latency;
import io.solewire.result.LoadResult.Point;
import io.solewire.result.LoadResult.RuleFinding;
import io.solewire.result.LoadResult.Second;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A load to show, and the same with one thing changed. */
final class LoadSamples {

  static final Generator HEALTHY = new Generator(true, 0.34, 12, 120, null);

  static final Generator TIRED =
      new Generator(false, 0.97, 812, 48_000, "newcomers were started 48.0 ms late at p99");

  private LoadSamples() {}

  /** 5,000 takeovers in ten seconds after five of warm-up, all of them as they should be. */
  static LoadResult load(GateResult... gates) {
    Map<String, Long> evictedBy = new LinkedHashMap<>();
    evictedBy.put("fin", 10L);
    evictedBy.put("close:4409", 4_990L);
    Map<String, Long> problems = new LinkedHashMap<>();
    problems.put("HTTP 503", 2L);
    return new LoadResult(
        "takeover",
        new LoadResult.Planned(500, 1_000, 10_000, 5_000, "uniform", null),
        499.8,
        metrics(),
        evictedBy,
        5_000,
        0,
        0,
        2,
        problems,
        3,
        new LoadResult.Sample(500, 250),
        List.of(
            finding("A1", "MUST", Verdict.PASS, 0, 5_000),
            finding("B1", "MUST", Verdict.PASS, 0, 5_000),
            finding("E1", "MUST", Verdict.INCONCLUSIVE, 0, 0)),
        List.of(gates),
        HEALTHY,
        curve(),
        timeline(),
        null,
        null,
        null,
        null);
  }

  private static Map<String, Latency> metrics() {
    Map<String, Latency> metrics = new LinkedHashMap<>();
    metrics.put("eviction", new Latency(5_000, 400, 950, 2_100, 5_300, 14_200, 480));
    metrics.put("evictionFromPlan", new Latency(5_000, 470, 1_050, 2_300, 5_600, 14_300, 560));
    metrics.put("evictionAfterAdmission", new Latency(4_400, 90, 310, 880, 2_700, 9_100, 130));
    metrics.put("evictionBeforeAdmission", new Latency(600, 45, 120, 340, 610, 640, 58));
    metrics.put("admission", new Latency(5_000, 310, 720, 1_700, 4_100, 11_800, 390));
    metrics.put("release", new Latency(250, 210, 480, 1_300, 1_500, 1_500, 260));
    metrics.put("overlap", new Latency(5_000, 80, 290, 860, 2_600, 9_100, 120));
    return metrics;
  }

  static GateResult passed() {
    return new GateResult("eviction.p99 < 5 ms", "2.1 ms", Verdict.PASS);
  }

  static GateResult failed() {
    return new GateResult("eviction.p99.9 < 5 ms", "5.3 ms", Verdict.FAIL);
  }

  static GateResult open() {
    return new GateResult("release.p99 < 10 ms", null, Verdict.INCONCLUSIVE);
  }

  static RuleFinding finding(String rule, String level, Verdict verdict, long bad, long observed) {
    boolean broken = bad > 0;
    return new RuleFinding(
        rule,
        level,
        verdict,
        bad,
        observed,
        broken ? "a Close with a code of the profile" : null,
        broken ? "RST without a Close" : null,
        broken ? rule + "   " + level + "   as the terminal shows it\n  actual     RST" : null,
        null);
  }

  /** Straight in the drawing from 150 µs to 14.2 ms, as HdrHistogram steps through it. */
  private static List<Point> curve() {
    List<Point> curve = new ArrayList<>();
    double[] us = {150, 400, 950, 2_100, 5_300, 14_200};
    double[] nines = {0, Math.log10(2), 1, 2, 3, 3.7};
    for (int i = 0; i + 1 < us.length; i++) {
      for (int step = 0; step < 8; step++) {
        double share = step / 8.0;
        double n = nines[i] + share * (nines[i + 1] - nines[i]);
        curve.add(
            new Point(100 - 100 / Math.pow(10, n), us[i] * Math.pow(us[i + 1] / us[i], share)));
      }
    }
    curve.add(new Point(100, 14_200));
    return curve;
  }

  /** A server that warms up. */
  private static List<Second> timeline() {
    List<Second> seconds = new ArrayList<>();
    long[] wobble = {0, 7, -4, 3, 9, -6, 2, 5, -3, 8, -7, 1, 4, -2, 6};
    for (int at = 0; at < 15; at++) {
      double cold = 1 + 6 * Math.exp(-at / 1.8);
      long p50 = Math.round((390 + wobble[at]) * cold);
      long p99 = Math.round((1_950 + 40 * wobble[at]) * cold);
      long max = at == 8 ? 14_200 : p99 * 2 + 150 * Math.abs(wobble[at]);
      long started = 500 - (at == 0 ? 12 : at == 8 ? 2 : 0);
      seconds.add(new Second(at, at < 5, 500, started, started, p50, p99, max));
    }
    return seconds;
  }

  /** The same, broken by these. */
  static LoadResult findings(LoadResult l, RuleFinding... findings) {
    return of(
        l, l.metrics(), l.unevicted(), l.violations(), Arrays.asList(findings), l.generator());
  }

  static LoadResult violations(LoadResult l, long violations) {
    return of(l, l.metrics(), l.unevicted(), violations, l.findings(), l.generator());
  }

  static LoadResult generator(LoadResult l, Generator generator) {
    return of(l, l.metrics(), l.unevicted(), l.violations(), l.findings(), generator);
  }

  static LoadResult metrics(LoadResult l, Map<String, Latency> metrics) {
    return of(l, metrics, l.unevicted(), l.violations(), l.findings(), l.generator());
  }

  static LoadResult unevicted(LoadResult l, long unevicted) {
    return of(l, l.metrics(), unevicted, l.violations(), l.findings(), l.generator());
  }

  private static LoadResult of(
      LoadResult l,
      Map<String, Latency> metrics,
      long unevicted,
      long violations,
      List<RuleFinding> findings,
      Generator generator) {
    return new LoadResult(
        l.simulation(),
        l.planned(),
        l.rate(),
        metrics,
        l.evictedBy(),
        l.takeovers(),
        unevicted,
        violations,
        l.errors(),
        l.problems(),
        l.concurrent(),
        l.sample(),
        findings,
        l.gates(),
        generator,
        l.curve(),
        l.timeline(),
        null,
        null,
        null,
        null);
  }

  static LoadResult planned(LoadResult l, LoadResult.Planned planned) {
    return of(l, planned, l.curve(), l.timeline());
  }

  /** The same with other things to draw. */
  static LoadResult drawn(LoadResult l, List<Point> curve, List<Second> timeline) {
    return of(l, l.planned(), curve, timeline);
  }

  private static LoadResult of(
      LoadResult l, LoadResult.Planned planned, List<Point> curve, List<Second> timeline) {
    return new LoadResult(
        l.simulation(),
        planned,
        l.rate(),
        l.metrics(),
        l.evictedBy(),
        l.takeovers(),
        l.unevicted(),
        l.violations(),
        l.errors(),
        l.problems(),
        l.concurrent(),
        l.sample(),
        l.findings(),
        l.gates(),
        l.generator(),
        curve,
        timeline,
        null,
        null,
        null,
        null);
  }

  /** Nothing but what a record cannot do without. */
  static LoadResult bare() {
    return new LoadResult(
        null, null, 0, null, null, 0, 0, 0, 0, null, 0, null, null, null, null, null, null, null,
        null, null, null);
  }

  /** 200 gates and 100 broken rules of such texts. */
  static LoadResult flood(String bad) {
    LoadResult l = hostile();
    RuleFinding rule = new RuleFinding("B1", bad, Verdict.FAIL, 1, 1, bad, bad, bad, null);
    return new LoadResult(
        bad,
        new LoadResult.Planned(500, 1_000, 10_000, 5_000, bad, null),
        l.rate(),
        l.metrics(),
        Map.of(bad, 7L),
        l.takeovers(),
        1,
        1,
        1,
        Map.of(bad, 1L),
        0,
        l.sample(),
        Collections.nCopies(100, rule),
        Collections.nCopies(200, new GateResult(bad, bad, Verdict.FAIL)),
        new Generator(false, 0.5, 1, 1, bad),
        l.curve(),
        l.timeline(),
        null,
        null,
        null,
        null);
  }

  /** A server and a command line that would break a page if they could. */
  static LoadResult hostile() {
    String bad = Samples.HOSTILE;
    LoadResult l = load();
    return new LoadResult(
        bad,
        new LoadResult.Planned(500, 1_000, 10_000, 5_000, bad, null),
        l.rate(),
        Map.of("eviction", l.metrics().get("eviction"), bad, l.metrics().get("release")),
        Map.of(bad, 7L),
        l.takeovers(),
        1,
        1,
        1,
        Map.of(bad, 1L),
        0,
        l.sample(),
        List.of(
            new RuleFinding("B1", bad, Verdict.FAIL, 1, 1, bad, bad, bad, null),
            new RuleFinding(bad, null, Verdict.PASS, 0, 1, null, null, null, null)),
        List.of(
            new GateResult(bad, bad, Verdict.FAIL),
            new GateResult(bad, null, Verdict.INCONCLUSIVE)),
        new Generator(false, 0.5, 1, 1, bad),
        l.curve(),
        l.timeline(),
        null,
        null,
        null,
        null);
  }
}
