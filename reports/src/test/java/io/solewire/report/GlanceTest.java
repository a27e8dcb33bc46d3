package io.solewire.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.solewire.judge.Verdict;
import io.solewire.report.Glance.Mark;
import io.solewire.result.CaseResult;
import io.solewire.result.LoadResult;
import io.solewire.result.RunResult;
import io.solewire.rule.Axis;
import io.solewire.rule.Level;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GlanceTest {

  @Test
  void aRuleStandsWhereTheWorstOfItsCasesStands() {
    Glance glance =
        Glance.of(
            Samples.run(
                1,
                false,
                Samples.pass("A1.one"),
                Samples.fail("A1.two", "both alive"),
                Samples.warn("A6.one", "late"),
                Samples.pass("A6.two"),
                Samples.inconclusive("B1.one", "no signal"),
                Samples.pass("B1.two"),
                Samples.notApplicable("A4.one", "wrong"),
                Samples.pass("A4.two")));
    assertEquals(new Mark(Standing.FAIL, "A1.two: fail", "A1.two"), glance.marks().get("A1"));
    assertEquals(Standing.WARN, glance.marks().get("A6").standing());
    assertEquals("B1.one", glance.marks().get("B1").anchor());
    assertEquals(Standing.PASS, glance.marks().get("A4").standing());
    assertNull(glance.marks().get("A2"));
    assertEquals("broken: A1; warns: A6", glance.verdict());
  }

  @Test
  void aKnownFailureIsNoneThatCountsAndAStaleOneIs() {
    Glance glance =
        Glance.of(
            Samples.run(
                Samples.known(Samples.fail("A1.one", "both alive"), "2099-01-01"),
                Samples.known(Samples.pass("B1.one"), null)));
    assertEquals(Standing.KNOWN, glance.marks().get("A1").standing());
    assertEquals(Standing.STALE, glance.marks().get("B1").standing());
    assertEquals(List.of(), glance.broken());
  }

  /** As the headline does: the case fails, but its rule was kept. */
  @Test
  void whatACaseSawBrokenIsLaidAtTheDoorOfThatRule() {
    CaseResult of = Samples.fail("D4.end-meets-newcomer", "RST without a Close");
    List<CaseResult.Found> seen =
        List.of(found("D4", Verdict.PASS, "stayed"), found("B1", Verdict.FAIL, "RST"));
    Glance glance = Glance.of(Samples.run(1, false, Samples.with(of, null, seen)));
    assertEquals(
        new Mark(Standing.PASS, "D4.end-meets-newcomer: fail for B1", "D4.end-meets-newcomer"),
        glance.marks().get("D4"));
    assertEquals(
        new Mark(Standing.FAIL, "fail, seen in D4.end-meets-newcomer", "D4.end-meets-newcomer"),
        glance.marks().get("B1"));
    Glance.Broken broken = glance.broken().get(0);
    assertEquals(List.of("B1", "RST"), List.of(broken.rule(), broken.seen()));
    assertEquals("D4.end-meets-newcomer", broken.anchor());
    assertEquals("broken: B1", glance.verdict());
  }

  @Test
  void aRuleWhoseOwnCaseSawNothingOfItIsNotCalledKept() {
    CaseResult of = Samples.fail("D4.end-meets-newcomer", "RST without a Close");
    List<CaseResult.Found> seen = List.of(found("B1", Verdict.FAIL, "RST"));
    Glance glance = Glance.of(Samples.run(1, false, Samples.with(of, null, seen)));
    assertEquals(Standing.INCONCLUSIVE, glance.marks().get("D4").standing());
  }

  @Test
  void whatWasBrokenUnderLoadLeadsToTheLoad() {
    LoadResult load =
        LoadSamples.findings(
            LoadSamples.load(), LoadSamples.finding("B1", "MUST", Verdict.FAIL, 1, 4_500));
    Glance glance = Glance.of(Samples.with(Samples.run(Samples.pass("B1.one")), load));
    assertEquals(
        new Mark(Standing.FAIL, "fail under load", "load-rules"), glance.marks().get("B1"));
    assertEquals("under load: broken in 1 of 4,500", glance.broken().get(0).seen());
    assertEquals("load-rules", glance.broken().get(0).anchor());
    assertEquals("broken: B1", glance.verdict());
  }

  @Test
  void latenciesAreSaidWithWhatTheyAreWorth() {
    Latencies sound = latencies(LoadSamples.load());
    assertEquals(
        List.of("400 µs", "2.1 ms", "14.2 ms", "310 µs", "1.7 ms", "499.8/s", "5,000"),
        sound.cells());
    assertEquals("", sound.notice());
    LoadResult unmeasured = LoadSamples.metrics(LoadSamples.load(), Map.of());
    Latencies never = latencies(LoadSamples.unevicted(unmeasured, 5_000));
    assertEquals("never", never.evictionP50());
    assertFalse(never.notice().isEmpty());
    Latencies unknown = latencies(LoadSamples.unevicted(unmeasured, 0));
    assertEquals(List.of("–", "–", "–"), unknown.cells().subList(0, 3));
    assertFalse(unknown.notice().isEmpty());
    Latencies tired = latencies(LoadSamples.generator(LoadSamples.load(), LoadSamples.TIRED));
    assertEquals(LoadSamples.TIRED.reason(), tired.notice());
    assertEquals(List.of("–", "–"), latencies(LoadSamples.bare()).cells().subList(0, 2));
  }

  @Test
  void everyOutcomeHasAWord() {
    assertEquals("kept", Glance.of(Samples.run(Samples.pass("A1.one"))).verdict());
    assertEquals("nothing proven", Glance.of(Samples.run()).verdict());
    assertEquals("target lost", Glance.of(Samples.run(4, false)).verdict());
    assertEquals("harness failed", Glance.of(Samples.run(70, false)).verdict());
    assertEquals(
        "interrupted", Glance.of(Samples.run(130, true, Samples.pass("A1.one"))).verdict());
  }

  private static Latencies latencies(LoadResult load) {
    return Glance.of(Samples.with(Samples.run(), Verdict.PASS, 0, load)).latencies().get();
  }

  private static CaseResult.Found found(String rule, Verdict verdict, String actual) {
    return new CaseResult.Found(rule, Axis.RULE, Level.MUST, verdict, "expected", actual);
  }

  static RunResult at(RunResult r, String startedAt, String name) {
    return new RunResult(
        r.format(),
        r.tool(),
        r.rulesVersion(),
        r.environment(),
        new RunResult.TargetInfo(name, "ws://x", "d", "./solewire conform x"),
        r.seed(),
        startedAt,
        r.durationMs(),
        r.interrupted(),
        r.verdict(),
        r.exitCode(),
        r.rttUs(),
        r.cases(),
        r.load(),
        r.problems());
  }
}
