package io.solewire.report;

import static io.solewire.report.Pages.byId;
import static io.solewire.report.Pages.cases;
import static io.solewire.report.Pages.hasClass;
import static io.solewire.report.Samples.RED;
import static io.solewire.report.Samples.fail;
import static io.solewire.report.Samples.notApplicable;
import static io.solewire.report.Samples.pass;
import static io.solewire.report.Samples.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.judge.Verdict;
import io.solewire.result.CaseResult;
import io.solewire.result.RunResult;
import io.solewire.rule.Axis;
import io.solewire.rule.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class HtmlReportTest {

  @Test
  void tellsTheVerdictInItsHeading() throws Exception {
    Document page = page(RED);
    assertEquals(Words.headline(RED), Dom.all(page, "h1").get(0).getTextContent());
    Element top = Dom.all(page, "header").get(0);
    assertEquals("top broken", top.getAttribute("class"));
    assertTrue(top.getTextContent().contains(Words.counts(RED)));
    assertTrue(top.getTextContent().contains("Linux 6.1 amd64, 2 cores"));
  }

  @Test
  void statesTheRunAndHowToRepeatIt() throws Exception {
    String facts = Dom.only(Dom.all(page(RED), "dl"), hasClass("facts")).getTextContent();
    for (String fact :
        List.of(
            "acme-staging",
            "wss://acme.example/ws?user={user}",
            "2026-11-23 10:15:30 UTC",
            "12.4 s",
            "8812",
            "180 µs at p50, 1.2 ms at p99",
            "solewire 0.1.0, rules version 1",
            "Linux 6.1 amd64, 2 cores")) {
      assertTrue(facts.contains(fact), fact);
    }
    Element command = Dom.only(Dom.all(page(RED), "pre"), hasClass("command"));
    assertEquals("./solewire conform acme.yaml --seed 8812", command.getTextContent());
  }

  @Test
  void repeatsARunOfSomeCasesByTheSame() throws Exception {
    RunResult some = Samples.chosen(RED, " --only 'A*' --skip D4");
    Document page = page(some);
    Element command = Dom.only(Dom.all(page, "pre"), hasClass("command"));
    assertEquals(
        "./solewire conform acme.yaml --only 'A*' --skip D4 --seed 8812", command.getTextContent());
    String late = byId(page, "D4.late").getTextContent();
    assertTrue(late.contains("./solewire conform acme.yaml --only D4.late --seed 8812"), late);
  }

  @Test
  void opensWhatIsNotGreenAndFoldsTheRest() throws Exception {
    for (Element details : cases(page(RED))) {
      boolean notable = !Set.of("A1.one", "F1.published").contains(details.getAttribute("id"));
      assertEquals(notable, details.hasAttribute("open"), details.getAttribute("id"));
    }
    assertEquals("C6.slow", cases(page(RED)).get(0).getAttribute("id"));
  }

  @Test
  void saysWhyACaseDoesNotApplyInTheWordsOfItsReason() throws Exception {
    List<String> reasons =
        List.of(
            "needs the profile key publish",
            "needs policy: newest-wins",
            "by the profile's not-applicable: MQTT 5, 4.13");
    for (String reason : reasons) {
      Document page = page(run(pass("A1.one"), notApplicable("F1.published", reason)));
      Element skipped = byId(page, "F1.published");
      Element told = Dom.only(Dom.all(skipped, "dd"), dd -> dd.getTextContent().contains(reason));
      assertEquals(reason, told.getTextContent());
      assertEquals(1, skipped.getTextContent().split(reason, -1).length - 1);
      assertTrue(
          Dom.all(skipped, "dt").stream().noneMatch(dt -> dt.getTextContent().equals("needs")));
    }
  }

  @Test
  void showsAFailureWithAllThatOneNeeds() throws Exception {
    Element late = byId(page(RED), "D4.late");
    String text = late.getTextContent();
    for (String part :
        List.of(
            "ending the incumbent never affects the newcomer",
            "published message reaches the newcomer within 1 s",
            "nothing on the newcomer",
            "seen in 3 of 20 rounds",
            "lines 212 to 231",
            "./solewire conform acme.yaml --only D4.late --seed 8812")) {
      assertTrue(text.contains(part), part);
    }
    assertTrue(text.contains("remove by user"), "what to check");
    assertEquals(RED.cases().get(3).text(), Dom.all(late, "pre").get(0).getTextContent());
    assertTrue(Dom.all(late, "table").isEmpty(), "one finding says what the case says");
  }

  @Test
  void listsTheWorstFindingsFirstAndCountsTheRest() throws Exception {
    List<CaseResult.Found> findings = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      findings.add(found("A1", i == 24 ? Verdict.FAIL : Verdict.PASS, "round " + i));
    }
    Document page = page(run(1, false, Samples.with(fail("A1.one", "x"), null, findings)));
    Element table = Dom.all(byId(page, "A1.one"), "table").get(0);
    assertEquals(21, Dom.all(table, "tr").size());
    assertTrue(Dom.all(table, "tr").get(1).getTextContent().contains("round 24"));
    assertTrue(table.getTextContent().contains("5 more in result.json"));
  }

  @Test
  void asksTheQuestionOfTheRuleThatWasBroken() throws Exception {
    CaseResult subject =
        Samples.with(fail("A1.one", "x"), null, List.of(found("B1", Verdict.FAIL, "a")));
    Document page = page(run(1, false, subject));
    assertTrue(byId(page, "A1.one").getTextContent().contains("websockets #877"));
    assertTrue(row(page, "B1").getTextContent().contains("also broken in A1.one"));
  }

  @Test
  void saysWhatAPassIsWorthAndWhatAnotherCaseNeeds() throws Exception {
    String passed = byId(page(RED), "A1.one").getTextContent();
    assertTrue(passed.contains("20 rounds: would miss a defect rarer than 1 in 7"), passed);
    String skipped = byId(page(RED), "F1.published").getTextContent();
    assertTrue(skipped.contains("needs the profile key publish"), skipped);
    assertFalse(skipped.contains("--only"), skipped);
  }

  @Test
  void putsEachCaseUnderItsVerdictInTheTable() throws Exception {
    Document page = page(RED);
    Element table = Dom.only(Dom.all(page, "table"), hasClass("rules"));
    List<String> heads = Dom.all(table, "th").stream().map(Element::getTextContent).toList();
    int column = heads.indexOf("fail");
    Element cell = (Element) row(page, "D4").getElementsByTagName("td").item(column - 1);
    assertEquals("#D4.late", Dom.all(cell, "a").get(0).getAttribute("href"));
    assertEquals(5, Dom.all(table, "a").size());
  }

  @Test
  void saysNothingOfWhatWouldBeMissedWhereAnotherRuleWasBroken() throws Exception {
    CaseResult bad = fail("A1.one", "x");
    CaseResult elsewhere = Samples.seen(bad, new CaseResult.Seen(0, 1, 0.95));
    assertFalse(byId(page(run(1, false, elsewhere)), "A1.one").getTextContent().contains("miss"));
    assertTrue(byId(page(run(1, false, bad)), "A1.one").getTextContent().contains("3 of 20"));
    CaseResult unseen = Samples.inconclusive("D1.race", "HTTP 503");
    assertFalse(byId(page(run(3, false, unseen)), "D1.race").getTextContent().contains("miss"));
  }

  @Test
  void saysWhatTheRunIsSilentAbout() throws Exception {
    String top = Dom.all(page(RED), "header").get(0).getTextContent();
    assertTrue(
        top.contains("3 of 58 rules judged; 1 not observed; 1 not enabled by the profile; "), top);
  }

  @Test
  void showsAnEmptyRunAndItsProblems() throws Exception {
    RunResult run = run("acme", null, 4, false, List.of("connection refused"));
    Document page = page(run);
    assertEquals("top target-lost", Dom.all(page, "header").get(0).getAttribute("class"));
    Element problems = Dom.only(Dom.all(page, "section"), hasClass("problems"));
    assertTrue(problems.getTextContent().contains("connection refused"));
    assertTrue(cases(page).isEmpty());
  }

  @Test
  void showsAResultWithMostPartsMissing() throws Exception {
    CaseResult bare =
        new CaseResult(
            "Z9.future",
            "Z9",
            null,
            null,
            Verdict.FAIL,
            null,
            null,
            null,
            null,
            null,
            0,
            null,
            null,
            null,
            null,
            null,
            null);
    RunResult run =
        new RunResult(
            1, null, 2, null, null, 1, null, 0, false, null, 1, null, List.of(bare), null, null);
    Document page = page(run);
    assertTrue(row(page, "Z9").getTextContent().contains("Z9.future"));
    assertTrue(SummaryMarkdown.of(run).contains("Z9.future"));
    assertEquals("1", Dom.parse(JunitXml.of(run)).getDocumentElement().getAttribute("failures"));
  }

  private static CaseResult.Found found(String rule, Verdict verdict, String actual) {
    return new CaseResult.Found(rule, Axis.RULE, Level.MUST, verdict, "e", actual);
  }

  private static Document page(RunResult run) throws Exception {
    return Pages.of(run);
  }

  private static Element row(Document page, String rule) {
    Element table = Dom.only(Dom.all(page, "table"), hasClass("rules"));
    return Dom.only(
        Dom.all(table, "tr"), tr -> Dom.all(tr, "th").get(0).getTextContent().equals(rule));
  }
}
