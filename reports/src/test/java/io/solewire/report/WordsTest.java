package io.solewire.report;

import static io.solewire.report.Samples.error;
import static io.solewire.report.Samples.fail;
import static io.solewire.report.Samples.inconclusive;
import static io.solewire.report.Samples.known;
import static io.solewire.report.Samples.notApplicable;
import static io.solewire.report.Samples.pass;
import static io.solewire.report.Samples.run;
import static io.solewire.report.Samples.warn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.judge.Verdict;
import io.solewire.result.CaseResult;
import io.solewire.result.RunResult;
import io.solewire.rule.Axis;
import io.solewire.rule.Level;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

  private static final CaseResult[] PROMISE = {pass("A1.one"), pass("A2.last"), pass("A3.let-in")};

  @Test
  void saysThatNewestWinsIsKeptWhenItsRulesPassed() {
    assertEquals("newest wins is kept: 3 of 3 cases pass", Words.headline(run(PROMISE)));
  }

  @Test
  void doesNotSpeakOfNewestWinsWhenTheRunWasAboutSomethingElse() {
    assertEquals("no MUST broken: 1 of 1 case passes", Words.headline(run(pass("H2.long-id"))));
    assertEquals(
        "no MUST broken: 2 of 2 cases pass",
        Words.headline(run(pass("A1.one"), pass("A2.last"), notApplicable("A3.let-in", "policy"))));
  }

  @Test
  void namesTheBrokenRulesByTheirLevel() {
    RunResult run =
        run(1, false, fail("D4.late", "gone"), fail("B1.told", "FIN"), warn("C6.slow", "2 s"));
    assertEquals(
        "2 MUST broken: B1, D4; 1 SHOULD broken: C6; 0 of 3 cases pass", Words.headline(run));
  }

  @Test
  void namesTheRuleThatWasBrokenRatherThanTheCaseThatSawIt() {
    CaseResult other =
        Samples.with(
            fail("A1.one", "kept both"),
            null,
            List.of(
                new CaseResult.Found("A1", Axis.RULE, Level.MUST, Verdict.PASS, "e", "a"),
                new CaseResult.Found("D2", Axis.RULE, Level.MUST, Verdict.FAIL, "e", "a")));
    assertTrue(Words.headline(run(1, false, other)).startsWith("1 MUST broken: D2;"));
  }

  @Test
  void provesNothingWithoutAnExecutedCase() {
    assertEquals("nothing proven: no case was executed", Words.headline(run()));
    assertEquals(
        "nothing proven: no case was executed, 1 not applicable",
        Words.headline(run(notApplicable("F1.published", "publish"))));
  }

  @Test
  void provesNothingWhenAnythingIsInconclusive() {
    assertEquals(
        "nothing proven: 1 of 4 cases inconclusive: D1.race",
        Words.headline(
            run(PROMISE[0], PROMISE[1], PROMISE[2], inconclusive("D1.race", "HTTP 503"))));
  }

  @Test
  void provesNothingWhenTheHarnessFailed() {
    assertEquals(
        "nothing proven: the harness failed in D1.race; 1 of 2 cases pass",
        Words.headline(run(pass("A1.one"), error("D1.race", "NullPointerException"))));
  }

  @Test
  void provesNothingWhenInterrupted() {
    assertEquals(
        "nothing proven: interrupted; 3 of 3 cases pass", Words.headline(run(0, true, PROMISE)));
    assertTrue(Words.headline(run(130, true)).startsWith("nothing proven: "));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 70, 130, 99})
  void isNeverGreenerThanTheExitCode(int exitCode) {
    RunResult run = run(exitCode, false, PROMISE);
    assertFalse(Words.headline(run).startsWith("newest wins is kept"), Words.headline(run));
    assertFalse(Outcome.of(run) == Outcome.KEPT);
  }

  @Test
  void isNeverGreenerThanTheVerdictOfTheRun() {
    for (Verdict verdict : List.of(Verdict.FAIL, Verdict.ERROR, Verdict.INCONCLUSIVE)) {
      RunResult run = run("acme", verdict, 0, false, List.of(), PROMISE);
      assertFalse(Outcome.of(run) == Outcome.KEPT, verdict.text());
    }
  }

  @Test
  void isNeverGreenerThanItsCases() {
    for (CaseResult unsure : List.of(inconclusive("D1.race", "503"), error("D1.race", "bug"))) {
      RunResult run =
          run(
              "acme",
              Verdict.PASS,
              0,
              false,
              List.of(),
              PROMISE[0],
              PROMISE[1],
              PROMISE[2],
              unsure);
      assertTrue(Words.headline(run).startsWith("nothing proven: "), Words.headline(run));
    }
  }

  @Test
  void claimsNoPromiseKeptBesideAKnownFailure() {
    RunResult run =
        run(PROMISE[0], PROMISE[1], PROMISE[2], known(fail("D4.late", "x"), "2026-11-23"));
    assertEquals(
        "nothing broken but what is known: 3 of 4 cases pass; 1 known failure: D4.late",
        Words.headline(run));
    assertEquals(Outcome.KEPT, Outcome.of(run));
  }

  @Test
  void countsAKnownFailureThatIsPastItsDate() {
    RunResult run = run(known(fail("D4.late", "x"), "2026-11-22"));
    assertEquals(
        "1 MUST broken: D4; 1 known failure expired: D4.late; 0 of 1 case passes",
        Words.headline(run));
    assertEquals(
        "expired on 2026-11-22: ticket 12; it is in known.yaml line 3",
        Words.listed(run, run.cases().get(0)));
  }

  @Test
  void namesWhatIsKnownBesideWhatIsBroken() {
    RunResult run =
        run(1, false, known(fail("D4.late", "x"), "2027-01-31"), fail("A1.one", "both"));
    assertEquals(
        "1 MUST broken: A1; 0 of 2 cases pass; 1 known failure: D4.late", Words.headline(run));
    assertEquals("1 fail · 1 known failure", Words.counts(run));
  }

  @Test
  void excusesAKnownWarningAsWell() {
    RunResult run = run(pass("A1.one"), known(warn("B4.code", "1012"), "2027-01-31"));
    assertEquals(
        "nothing broken but what is known: 1 of 2 cases pass; 1 known failure: B4.code",
        Words.headline(run));
    assertEquals(Outcome.KEPT, Outcome.of(run));
    RunResult late = run(1, false, pass("A1.one"), known(warn("B4.code", "1012"), "2026-11-22"));
    assertEquals(Outcome.BROKEN, Outcome.of(late));
  }

  @Test
  void leavesWhatWasNotObservedAsItIsThoughItIsListed() {
    RunResult run = run(3, false, known(inconclusive("D1.race", "HTTP 503"), "2027-01-31"));
    assertEquals(Outcome.UNPROVEN, Outcome.of(run));
    assertEquals(
        "listed as known failure, but inconclusive: ticket 12",
        Words.listed(run, run.cases().get(0)));
  }

  @Test
  void excusesNothingUntilADateThatNobodyCanRead() {
    assertEquals(Outcome.BROKEN, Outcome.of(run(known(fail("D4.late", "x"), "next week"))));
  }

  @Test
  void countsAKnownFailureThatPassesNow() {
    RunResult run = run(1, false, known(pass("D4.late"), "2027-01-31"), pass("A1.one"));
    assertEquals("1 known failure passes now: D4.late; 1 of 2 cases pass", Words.headline(run));
  }

  @Test
  void listsNotMoreNamesThanOneCanRead() {
    CaseResult[] many = new CaseResult[12];
    for (int i = 0; i < many.length; i++) {
      many[i] = inconclusive("D1.race-" + i, "HTTP 503");
    }
    assertTrue(Words.headline(run(many)).endsWith("D1.race-7 and 4 more"));
  }

  @Test
  void countsTheWorstFirst() {
    RunResult run =
        run(pass("A1.one"), notApplicable("F1.p", "publish"), fail("D4.late", "x"), pass("A2.x"));
    assertEquals("1 fail · 2 pass · 1 not applicable", Words.counts(run));
    assertEquals("no cases", Words.counts(run()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0;1;1 round: would miss a defect that shows in less than 95 % of rounds",
        "0;3;3 rounds: would miss a defect that shows in less than 64 % of rounds",
        "0;20;20 rounds: would miss a defect rarer than 1 in 7",
        "0;300;300 rounds: would miss a defect rarer than 1 in 100",
        "3;20;seen in 3 of 20 rounds",
        "0;0;no round was observed",
      })
  void statesWhatTheRoundsAreWorth(int k, int n, String words) {
    Double missed = k > 0 ? null : n == 0 ? 1.0 : Double.valueOf(1 - Math.pow(0.05, 1.0 / n));
    assertEquals(words, Words.bound(new CaseResult.Seen(k, n, missed)));
  }

  @Test
  void statesNoBoundThatWasNotComputed() {
    assertEquals("20 rounds", Words.bound(new CaseResult.Seen(0, 20, null)));
    assertEquals("", Words.bound(null));
  }

  @ParameterizedTest
  @CsvSource({
    "0,0 ms",
    "999,999 ms",
    "1000,1.0 s",
    "12400,12.4 s",
    "59949,59.9 s",
    "59950,1 min 0 s",
    "125000,2 min 5 s",
    "3599499,59 min 59 s",
    "3720000,1 h 2 min"
  })
  void statesDurations(long millis, String words) {
    assertEquals(words, Words.duration(millis));
  }

  @ParameterizedTest
  @CsvSource({"87,87 µs", "1240,1.2 ms", "99949,99.9 ms", "99950,100 ms", "2500000,2.5 s"})
  void statesShortDurations(long micros, String words) {
    assertEquals(words, Words.micros(micros));
  }

  @Test
  void statesInstantsInUtcAndLeavesOthersAlone() {
    assertEquals("2026-11-23 10:15:30 UTC", Words.instant("2026-11-23T10:15:30.123Z"));
    assertEquals("yesterday", Words.instant("yesterday"));
    assertEquals("unknown", Words.instant(null));
  }

  @Test
  void makesTheTextOfAFailureFromItsPartsWhenThereIsNone() {
    String text = Words.failure(inconclusive("D1.race", "HTTP 503"));
    assertEquals("D1.race   MUST   what D1.race asks for\n  reason     HTTP 503", text);
  }
}
