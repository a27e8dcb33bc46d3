package io.solewire.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.rule.Axis;
import io.solewire.rule.RuleBook;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseVerdictTest {

  private static final Say A1 = new Say(RuleBook.current().rule("A1"), "u");
  private static final Say B2 = new Say(RuleBook.current().rule("B2"), "u");
  private static final Say C6 = new Say(RuleBook.current().rule("C6"), "u");

  private static final Finding PASS = A1.pass("e", "good", 0, 1);
  private static final Finding UNSEEN = A1.unseen("e", "dark", 0, 1);
  private static final Finding FAIL = A1.broken("e", "bad", 0, 1);
  private static final Finding WARN = C6.broken("e", "late", 0, 1);
  private static final Finding STRAY = B2.broken("e", "1006", 0, 1);

  @Test
  void nothingObservedUnderItsOwnRuleIsInconclusive() {
    CaseVerdict verdict = CaseVerdict.of("A1", List.of(), rule -> true);
    assertEquals(Verdict.INCONCLUSIVE, verdict.verdict());
    assertEquals(Optional.empty(), verdict.decisive());
    assertEquals(new CaseVerdict.Seen(0, 0), verdict.seen());
  }

  @Test
  void whatOtherRulesPassedIsNoProofOfItsOwn() {
    Finding other = B2.pass("e", "4409", 0, 1);
    CaseVerdict verdict = CaseVerdict.of("A1", List.of(other), rule -> true);
    assertEquals(Verdict.INCONCLUSIVE, verdict.verdict());
    assertEquals(List.of(), verdict.findings());
  }

  @Test
  void oneBadRoundAmongGoodOnesFails() {
    CaseVerdict verdict = CaseVerdict.of("A1", List.of(PASS, FAIL, PASS, UNSEEN), rule -> false);
    assertEquals(Verdict.FAIL, verdict.verdict());
    assertEquals(Optional.of(FAIL), verdict.decisive());
    assertEquals(new CaseVerdict.Seen(1, 4), verdict.seen());
    assertEquals(Optional.empty(), verdict.seen().missedRateUpper95());
  }

  @Test
  void oneUnseenRoundAmongGoodOnesIsInconclusive() {
    assertEquals(
        Verdict.INCONCLUSIVE,
        CaseVerdict.of("A1", List.of(PASS, UNSEEN, PASS), rule -> false).verdict());
  }

  @Test
  void aBrokenShouldWarns() {
    assertEquals(Verdict.WARN, CaseVerdict.of("C6", List.of(WARN), rule -> false).verdict());
  }

  @Test
  void whatOtherRulesFoundBadIsKeptAndCountsOnlyWhereToldTo() {
    CaseVerdict aside = CaseVerdict.of("A1", List.of(PASS, STRAY), rule -> false);
    assertEquals(Verdict.PASS, aside.verdict());
    assertEquals(List.of(PASS, STRAY), aside.findings());
    assertEquals(Axis.RULE, aside.axis());
    CaseVerdict counted = CaseVerdict.of("A1", List.of(PASS, STRAY), "B2"::equals);
    assertEquals(Verdict.FAIL, counted.verdict());
    assertEquals(Optional.of(STRAY), counted.decisive());
    assertEquals(Axis.HYGIENE, counted.axis());
    assertEquals(new CaseVerdict.Seen(0, 1), counted.seen());
  }

  @Test
  void theFirstOfTheWorstDecides() {
    Finding later = A1.broken("e", "bad again", 2, 3);
    assertEquals(
        Optional.of(FAIL),
        CaseVerdict.of("A1", List.of(PASS, FAIL, later), rule -> true).decisive());
  }

  @ParameterizedTest(name = "{0} good rounds would miss a defect rarer than {1}")
  @CsvSource({"20, 0.1391", "1, 0.95", "59, 0.0495", "0, 1.0", "200, 0.0149"})
  void boundsTheRateOfWhatWasMissed(int rounds, double bound) {
    CaseVerdict verdict = CaseVerdict.of("A1", Collections.nCopies(rounds, PASS), rule -> false);
    assertEquals(bound, verdict.seen().missedRateUpper95().orElseThrow(), 0.0001);
  }

  @Test
  void twentyRoundsWouldMissADefectRarerThanOneInSeven() {
    double bound = new CaseVerdict.Seen(0, 20).missedRateUpper95().orElseThrow();
    assertEquals(7.2, 1 / bound, 0.05);
  }

  @Test
  void verdictsJoinToTheWorse() {
    for (Verdict a : Verdict.values()) {
      for (Verdict b : Verdict.values()) {
        assertEquals(a.join(b), b.join(a));
        assertTrue(a.join(b).compareTo(a) >= 0 && a.join(b).compareTo(b) >= 0);
      }
    }
    assertEquals(Verdict.INCONCLUSIVE, Verdict.WARN.join(Verdict.INCONCLUSIVE));
    assertEquals(Verdict.FAIL, Verdict.FAIL.join(Verdict.ERROR));
    assertEquals("not-applicable", Verdict.NOT_APPLICABLE.text());
  }
}
