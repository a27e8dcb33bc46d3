package io.solewire.report;

import static io.solewire.report.LoadSamples.failed;
import static io.solewire.report.LoadSamples.finding;
import static io.solewire.report.LoadSamples.load;
import static io.solewire.report.LoadSamples.open;
import static io.solewire.report.LoadSamples.passed;
import static io.solewire.report.Samples.error;
import static io.solewire.report.Samples.fail;
import static io.solewire.report.Samples.inconclusive;
import static io.solewire.report.Samples.known;
import static io.solewire.report.Samples.notApplicable;
import static io.solewire.report.Samples.pass;
import static io.solewire.report.Samples.run;
import static io.solewire.report.Samples.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.judge.Verdict;
import io.solewire.result.LoadResult;
import io.solewire.result.RunResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadHeadlineTest {

  private static final String LATENCY =
      "evicts in 400 µs at p50, 2.1 ms at p99 over 5,000 takeovers";

  private static final RunResult PROMISE = run(pass("A1.one"), pass("A2.last"), pass("A3.let-in"));

  private static final LoadResult TIRED = LoadSamples.generator(load(passed()), LoadSamples.TIRED);

  private static final LoadResult BROKEN =
      LoadSamples.findings(
          load(),
          finding("C6", "SHOULD", Verdict.WARN, 1, 5_000),
          finding("D2", "MUST", Verdict.FAIL, 2, 5_000),
          finding("B1", "MUST", Verdict.FAIL, 3, 5_000),
          finding("A1", "MUST", Verdict.PASS, 0, 5_000));

  @Test
  void speaksOfBothHalves() {
    assertEquals(
        "newest wins is kept: 3 of 3 cases pass; "
            + LATENCY
            + "; 2 newcomers not admitted; 1 of 1 gate passes",
        Words.headline(with(PROMISE, load(passed()))));
  }

  @Test
  void speaksOfTheLoadAloneWhenNothingElseWasAskedFor() {
    RunResult run = with(run(), load(passed(), passed()));
    assertEquals(LATENCY + "; 2 newcomers not admitted; 2 of 2 gates pass", Words.headline(run));
    assertEquals(Outcome.KEPT, Outcome.of(run));
    assertEquals("load only", Words.counts(run));
  }

  @Test
  void saysHowManyCasesDidNotApplyBesideALoad() {
    String line = Words.headline(with(run(notApplicable("F1.p", "publish")), load()));
    assertEquals(LATENCY + "; 2 newcomers not admitted; 1 not applicable", line);
  }

  @Test
  void namesAFailedGateWithItsValueBeforeAnythingElse() {
    assertEquals(
        "gate failed: eviction.p99.9 < 5 ms (it is 5.3 ms); 3 of 3 cases pass; " + LATENCY,
        Words.headline(with(PROMISE, load(failed()))));
    assertTrue(
        Words.headline(with(run(), load(passed(), failed())))
            .startsWith("1 of 2 gates failed: eviction.p99.9 < 5 ms (it is 5.3 ms); evicts in"));
  }

  @Test
  void namesTheRulesThatWereBrokenUnderLoadByTheirLevel() {
    assertEquals(
        "1 MUST broken: D4; 2 MUST broken under load: D2, B1; 1 SHOULD broken under load: C6;"
            + " 0 of 1 case passes; "
            + LATENCY,
        Words.headline(with(run(fail("D4.late", "x")), BROKEN)));
  }

  @Test
  void keepsASuccessBesideABrokenShouldButNamesIt() {
    LoadResult warned =
        LoadSamples.findings(load(), finding("C6", "SHOULD", Verdict.WARN, 1, 5_000));
    RunResult run = with(PROMISE, warned);
    assertEquals(Outcome.KEPT, Outcome.of(run));
    assertTrue(
        Words.headline(run)
            .startsWith("newest wins is kept: 3 of 3 cases pass; 1 SHOULD broken under load: C6;"));
  }

  @Test
  void neverHidesAViolation() {
    RunResult run = with(PROMISE, Verdict.PASS, 0, LoadSamples.violations(load(passed()), 1));
    assertEquals(Outcome.BROKEN, Outcome.of(run));
    assertTrue(Words.headline(run).startsWith("1 violation under load; "), Words.headline(run));
  }

  @Test
  void provesNothingWithoutAHealthyGenerator() {
    RunResult run = with(PROMISE, TIRED);
    assertEquals(
        "nothing proven: newcomers were started 48.0 ms late at p99; 3 of 3 cases pass",
        Words.headline(run));
    assertEquals(Outcome.UNPROVEN, Outcome.of(run));
    assertEquals(Outcome.UNPROVEN, Outcome.of(with(PROMISE, Verdict.PASS, 0, TIRED)));
  }

  @Test
  void provesNothingWithoutAnEviction() {
    RunResult run = with(run(), LoadSamples.metrics(load(passed()), Map.of()));
    assertEquals("nothing proven: no eviction was measured", Words.headline(run));
  }

  @Test
  void provesNothingWithAGateThatHadNoSamples() {
    RunResult run = with(PROMISE, load(passed(), open()));
    assertEquals(
        "nothing proven: 1 gate unproven: release.p99 < 10 ms; 3 of 3 cases pass; " + LATENCY,
        Words.headline(run));
    assertEquals(Outcome.UNPROVEN, Outcome.of(with(PROMISE, Verdict.PASS, 0, load(open()))));
  }

  @Test
  void saysBesideAnInconclusiveCaseWhatTheLoadShowed() {
    assertEquals(
        "nothing proven: 1 of 1 case inconclusive: D1.race; " + LATENCY,
        Words.headline(with(run(inconclusive("D1.race", "503")), load())));
    assertTrue(
        Words.headline(with(run(inconclusive("D1.race", "503")), TIRED))
            .endsWith("D1.race; newcomers were started 48.0 ms late at p99"));
  }

  @Test
  void saysWhatIsBrokenBeforeItSaysThatNothingElseIsProven() {
    LoadResult both = LoadSamples.generator(BROKEN, LoadSamples.TIRED);
    assertEquals(
        "2 MUST broken under load: D2, B1; 1 SHOULD broken under load: C6; the load proves nothing"
            + " else: newcomers were started 48.0 ms late at p99",
        Words.headline(with(run(), both)));
  }

  @Test
  void showsNoLatencyThatDoesNotStand() {
    for (RunResult run :
        List.of(with(PROMISE, TIRED), with(run(fail("D4.late", "x")), TIRED), with(run(), TIRED))) {
      assertFalse(Words.headline(run).contains("evicts in"), Words.headline(run));
    }
  }

  @Test
  void countsTheTakeoversThatEvictedNobody() {
    assertTrue(
        Words.headline(with(run(), LoadSamples.hostile())).startsWith("1 violation under load"));
    LoadResult l = LoadSamples.unevicted(load(), 12);
    assertTrue(
        Words.headline(with(run(), l)).startsWith(LATENCY + ", 12 of them unevicted"),
        Words.headline(with(run(), l)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 70, 130, 99})
  void isNeverGreenerThanTheExitCode(int exitCode) {
    for (RunResult cases : List.of(PROMISE, run())) {
      RunResult run = with(cases, Verdict.PASS, exitCode, load(passed()));
      String line = Words.headline(run);
      assertTrue(line.startsWith("nothing proven: ") || line.startsWith("not kept: "), line);
      assertFalse(line.contains("no case was executed"), line);
      assertFalse(Outcome.of(run) == Outcome.KEPT);
    }
  }

  @Test
  void isNeverGreenerThanTheLoad() {
    LoadResult lost = LoadSamples.findings(load(), finding("A1", "MUST", Verdict.ERROR, 0, 0));
    assertEquals(Outcome.HARNESS_FAILED, Outcome.of(with(PROMISE, Verdict.PASS, 0, lost)));
    assertEquals(Outcome.BROKEN, Outcome.of(with(PROMISE, Verdict.PASS, 0, BROKEN)));
    assertEquals(Outcome.BROKEN, Outcome.of(with(PROMISE, Verdict.PASS, 0, load(failed()))));
    assertEquals(Outcome.UNPROVEN, Outcome.of(with(PROMISE, Verdict.PASS, 0, LoadSamples.bare())));
  }

  @Test
  void takesAVerdictThatIsMissingForInconclusive() {
    LoadResult.GateResult mute = new LoadResult.GateResult("rate >= 980", "999/s", null);
    assertEquals(Outcome.UNPROVEN, Outcome.of(with(PROMISE, Verdict.PASS, 0, load(mute))));
  }

  @Test
  void isNoGreenerForALoadBesideCasesThatFailed() {
    assertEquals(Outcome.BROKEN, Outcome.of(with(run(fail("D4.late", "x")), load(passed()))));
    assertEquals(
        Outcome.HARNESS_FAILED, Outcome.of(with(run(error("D1.race", "bug")), load(passed()))));
    RunResult excused = with(run(known(fail("D4.late", "x"), "2027-01-31")), load(failed()));
    assertEquals(Outcome.BROKEN, Outcome.of(excused));
  }

  @Test
  void takesARuleThatWasSeenBrokenForBrokenWhateverStandsBesideIt() {
    LoadResult odd = LoadSamples.findings(load(), finding("D2", "MUST", Verdict.PASS, 1, 9));
    assertEquals(Outcome.BROKEN, Outcome.of(with(PROMISE, Verdict.PASS, 0, odd)));
  }

  @Test
  void staysOnOneLine() {
    String line = Words.headline(with(run(), LoadSamples.hostile()));
    assertEquals(1, line.lines().count());
    assertTrue(line.contains("second line"), line);
  }
}
