package io.solewire.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.result.CaseResult;
import io.solewire.result.RunResult;
import io.solewire.rule.Rule;
import io.solewire.rule.RuleBook;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of counts at the end of what a terminal shows. */
class VerdictTableTest {

  private static final String UNTIL = "2027-01-31";

  @Test
  void hasARowForEachGroupAndAColumnForEachStandingThatOccurs() {
    RunResult run =
        Samples.run(
            Samples.fail("D4.late", "gone"),
            Samples.pass("D1.barrier"),
            Samples.pass("A1.two"),
            Samples.pass("A2.newest"),
            Samples.notApplicable("C3.suspended", "force"));
    assertEquals(
        List.of(
            "rules                 fail  pass  n/a",
            "A  admission             -     2    -",
            "C  closing handshake     -     -    1",
            "D  concurrency           1     1    -",
            "-------------------------------------",
            "all                      1     3    1"),
        VerdictTable.lines(run, VerdictTable.Paint.NONE));
  }

  @Test
  void oneGroupNeedsNoTotal() {
    assertEquals(
        List.of("rules         pass", "A  admission     1"),
        VerdictTable.lines(Samples.run(Samples.pass("A1.two")), VerdictTable.Paint.NONE));
  }

  @Test
  void withoutCasesThereIsNone() {
    assertEquals(List.of(), VerdictTable.lines(Samples.run(), VerdictTable.Paint.NONE));
  }

  @Test
  void fits80ColumnsAnd15LinesWithEveryStandingAndCountsOfThreeDigits() {
    List<CaseResult> cases = new ArrayList<>();
    for (Rule rule : RuleBook.current().rules()) {
      if (rule.group().equals("Cluster")) {
        continue; // has no cases
      }
      for (int i = 0; i < 123; i++) {
        cases.addAll(everyStanding(rule.id() + ".c" + i));
      }
    }
    List<String> lines =
        VerdictTable.lines(Samples.run(cases.toArray(CaseResult[]::new)), VerdictTable.Paint.NONE);
    String text = String.join("\n", lines);
    assertTrue(lines.stream().allMatch(line -> line.length() <= 80), text);
    assertTrue(lines.size() < 15, text);
    assertTrue(text.contains("C  closing handshake   738    738"), text);
  }

  @Test
  void whatIsInNoRuleBookIsCountedAndCutWhereItIsTooLong() {
    String rule = "Z".repeat(90);
    List<CaseResult> cases = everyStanding(rule + ".c");
    List<String> lines =
        VerdictTable.lines(Samples.run(cases.toArray(CaseResult[]::new)), VerdictTable.Paint.NONE);
    assertEquals(80, lines.get(1).length());
    assertTrue(lines.get(1).startsWith("ZZZZ") && lines.get(1).contains("...  "), lines.get(1));
  }

  @Test
  void onlyCountsArePaintedAndKeepTheirWidth() {
    RunResult run = Samples.run(Samples.fail("D4.late", "gone"), Samples.pass("A1.two"));
    List<String> lines = VerdictTable.lines(run, (standing, cell) -> "<" + cell + ">");
    assertEquals("A  admission       -  <   1>", lines.get(1));
    assertEquals("D  concurrency  <   1>     -", lines.get(2));
    assertEquals("rules           fail  pass", lines.get(0));
  }

  private static List<CaseResult> everyStanding(String id) {
    return List.of(
        Samples.fail(id, "bad"),
        Samples.known(Samples.pass(id), UNTIL),
        Samples.error(id, "broke"),
        Samples.inconclusive(id, "unseen"),
        Samples.known(Samples.fail(id, "bad"), UNTIL),
        Samples.warn(id, "late"),
        Samples.pass(id),
        Samples.notApplicable(id, "key"));
  }
}
