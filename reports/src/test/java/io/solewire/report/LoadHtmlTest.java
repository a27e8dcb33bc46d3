package io.solewire.report;

import static io.solewire.report.LoadSamples.failed;
import static io.solewire.report.LoadSamples.finding;
import static io.solewire.report.LoadSamples.load;
import static io.solewire.report.LoadSamples.open;
import static io.solewire.report.LoadSamples.passed;
import static io.solewire.report.Pages.hasClass;
import static io.solewire.report.Samples.fail;
import static io.solewire.report.Samples.pass;
import static io.solewire.report.Samples.run;
import static io.solewire.report.Samples.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.solewire.judge.Verdict;
import io.solewire.result.LoadResult;
import io.solewire.result.RunResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class LoadHtmlTest {

  private static final LoadResult MIXED =
      LoadSamples.findings(
          load(passed(), failed(), open()),
          finding("B1", "MUST", Verdict.FAIL, 3, 5_000),
          finding("A1", "MUST", Verdict.PASS, 0, 5_000),
          finding("E1", "MUST", Verdict.INCONCLUSIVE, 0, 0));

  private static final RunResult BOTH = with(run(pass("A1.one"), fail("D4.late", "x")), MIXED);

  @Test
  void showsTheHeadlineNumbersUnderTheirNames() throws Exception {
    Element tiles = Dom.only(Dom.all(page(BOTH), "dl"), hasClass("tiles"));
    assertEquals(List.of("p50", "p90", "p99", "p99.9", "max"), texts(tiles, "dt"));
    assertEquals(List.of("400 µs", "950 µs", "2.1 ms", "5.3 ms", "14.2 ms"), texts(tiles, "dd"));
  }

  @Test
  void comesAfterWhatFailedAndBeforeTheRules() throws Exception {
    List<String> names =
        Dom.all(page(BOTH), "section").stream()
            .map(section -> section.getAttribute("aria-labelledby"))
            .toList();
    assertEquals(
        List.of(
            "notable-title",
            "load-title",
            "rules-title",
            "others-title",
            "silent-title",
            "run-title"),
        names);
    Document alone = page(with(run(pass("A1.one")), load(passed())));
    assertEquals("load", Dom.all(alone, "section").get(0).getAttribute("class"));
  }

  private static Element section(Document page) {
    return Dom.only(Dom.all(page, "section"), hasClass("load"));
  }

  @Test
  void isNotThereWithoutALoad() throws Exception {
    Document page = page(run(pass("A1.one")));
    assertTrue(Dom.all(page, "div").stream().noneMatch(hasClass("figures")));
    assertFalse(page.getDocumentElement().getTextContent().contains("Eviction latency"));
    assertFalse(Dom.all(page, "style").get(0).getTextContent().contains("figure.chart"));
  }

  @Test
  void givesEachGateItsOwnVerdict() throws Exception {
    Element table = Dom.only(Dom.all(page(BOTH), "table"), hasClass("gates"));
    List<Element> rows = Dom.all(table, "tr");
    assertEquals(4, rows.size());
    row(rows.get(1), "eviction.p99 < 5 ms", "2.1 ms", "pass");
    row(rows.get(2), "eviction.p99.9 < 5 ms", "5.3 ms", "fail");
    row(rows.get(3), "release.p99 < 10 ms", "no samples", "inconclusive");
  }

  private static void row(Element row, String expression, String value, String verdict) {
    assertEquals(expression, texts(row, "th").get(0));
    assertEquals(List.of(value, verdict), texts(row, "td"));
    Element badge = Dom.only(Dom.all(row, "span"), e -> e.getAttribute("class").contains("badge"));
    assertEquals("badge " + verdict, badge.getAttribute("class"));
  }

  @Test
  void showsARuleThatWasBrokenWithItsTextAndTheOthersInALine() throws Exception {
    Element section = section(page(BOTH));
    Element broken = Dom.only(Dom.all(section, "details"), hasClass("case fail"));
    assertTrue(broken.hasAttribute("open"));
    String text = broken.getTextContent();
    for (String part :
        List.of("B1", "MUST", "broken in 3 of 5,000", "RST without a Close", "websockets #877")) {
      assertTrue(text.contains(part), part);
    }
    assertEquals(MIXED.findings().get(0).text(), Dom.all(broken, "pre").get(0).getTextContent());
    List<String> rest =
        Dom.all(section, "p").stream()
            .filter(hasClass("rest"))
            .map(e -> Dom.all(e, "bdi").get(0).getTextContent())
            .toList();
    assertEquals(List.of("A1 (5,000)", "E1"), rest);
  }

  @Test
  void marksTheRuleInTheTableOfRulesToo() throws Exception {
    Element table = Dom.only(Dom.all(page(BOTH), "table"), hasClass("rules"));
    Element row =
        Dom.only(
            Dom.all(table, "tr"), tr -> Dom.all(tr, "th").get(0).getTextContent().equals("B1"));
    assertTrue(row.getTextContent().contains("broken under load"), row.getTextContent());
    assertFalse(table.getTextContent().contains("E1"), "nothing was seen of it");
    String top = Dom.all(page(BOTH), "header").get(0).getTextContent();
    assertTrue(top.contains("; under load, 2 rules judged."), top);
  }

  @Test
  void saysThatNumbersProveNothingWhereTheyStand() throws Exception {
    Document page = page(with(run(pass("A1.one")), tired()));
    Element notice = Dom.only(Dom.all(page, "p"), hasClass("notice"));
    assertTrue(notice.getTextContent().contains("newcomers were started 48.0 ms late at p99"));
    Element health = Dom.only(Dom.all(page, "p"), hasClass("health"));
    assertEquals("badge inconclusive", Dom.all(health, "span").get(0).getAttribute("class"));
    assertTrue(health.getTextContent().contains("generator not healthy"));
    Dom.only(Dom.all(page, "dl"), hasClass("tiles doubtful"));
  }

  private static LoadResult tired() {
    return LoadSamples.generator(load(passed()), LoadSamples.TIRED);
  }

  @Test
  void saysThatAHealthyGeneratorIsHealthy() throws Exception {
    Document page = page(BOTH);
    Element health = Dom.only(Dom.all(page, "p"), hasClass("health"));
    assertEquals("badge pass", Dom.all(health, "span").get(0).getAttribute("class"));
    assertTrue(health.getTextContent().contains("CPU 34 %"), health.getTextContent());
    assertTrue(Dom.all(page, "p").stream().noneMatch(hasClass("notice")));
  }

  @Test
  void statesWhatElseThereIsToKnow() throws Exception {
    String facts = Dom.only(Dom.all(page(BOTH), "dl"), hasClass("facts broad")).getTextContent();
    for (String fact :
        List.of(
            "499.8/s started of 500/s planned",
            "5,000, 0 of them unevicted; 0 violations",
            "2 newcomers: HTTP 503 ×2 (100 %)",
            "close:4409 ×4,990 (99.8 %), fin ×10 (0.2 %)",
            "evicted before the newcomer was admitted in 12.0 %",
            "500 newcomers asked for a sign of life, 250 releases waited for",
            "310 µs at p50, 1.7 ms at p99, of 5,000",
            "210 µs at p50, 1.3 ms at p99, of 250")) {
      assertTrue(facts.contains(fact), fact);
    }
  }

  @Test
  void tabulatesAllLatencies() throws Exception {
    Element table =
        Dom.only(
            Dom.all(page(BOTH), "table"),
            t -> t.getTextContent().contains("evictionBeforeAdmission"));
    Element row = Dom.only(Dom.all(table, "tr"), tr -> texts(tr, "th").get(0).equals("admission"));
    assertEquals(
        List.of("5,000", "310 µs", "720 µs", "1.7 ms", "4.1 ms", "11.8 ms"),
        texts(row, "td").subList(1, 7));
  }

  @Test
  void carriesTheNumbersThatItsScriptDraws() throws Exception {
    JsonNode figures = figures(page(BOTH));
    assertEquals("eviction", figures.at("/curves/0/name").asText());
    assertEquals(MIXED.curve().size(), figures.at("/curves/0/points").size());
    assertEquals(5_300, figures.at("/marks/99.9").asInt());
    assertEquals(5_000, figures.at("/curves/0/samples").asInt());
    assertEquals(4_990, figures.at("/evictedBy/close:4409").asInt());
    assertEquals(MIXED.timeline().size(), figures.get("columns").size());
    assertEquals("[13,1,false,500,500,500,390,1878,4056]", figures.at("/columns/13").toString());
    assertTrue(figures.get("heat").isEmpty(), "nothing was recorded second by second");
  }

  private static JsonNode figures(Document page) throws Exception {
    Element host = Dom.only(Dom.all(page, "div"), hasClass("figures"));
    return new ObjectMapper().readTree(Dom.all(host, "script").get(0).getTextContent());
  }

  @Test
  void showsALoadAloneWithoutATableOfRules() throws Exception {
    Document page = page(with(run(), load(passed())));
    Element top = Dom.all(page, "header").get(0);
    assertEquals("top kept", top.getAttribute("class"));
    assertTrue(top.getTextContent().contains("judged under load; no case was run."));
    assertTrue(Dom.all(page, "table").stream().noneMatch(hasClass("rules")));
  }

  @Test
  void showsALoadWithMostPartsMissing() throws Exception {
    Document page = page(with(run(), Verdict.INCONCLUSIVE, 3, LoadSamples.bare()));
    assertEquals("top unproven", Dom.all(page, "header").get(0).getAttribute("class"));
    assertTrue(Dom.all(page, "div").stream().noneMatch(hasClass("figures")));
    assertFalse(page.getDocumentElement().getTextContent().contains("null"));
  }

  @Test
  void keepsHostileTextAsText() throws Exception {
    Document page = page(with(run(pass("A1.one")), LoadSamples.hostile()));
    for (Element script : Dom.all(page, "script")) {
      assertEquals("application/json", script.getAttribute("type"));
    }
    Element section = section(page);
    String shown = "]]><script>alert(1)</script> <!-- & \" ' | `` ````";
    for (String tag : List.of("code", "bdi", "pre", "td")) {
      assertTrue(texts(section, tag).stream().anyMatch(t -> t.contains(shown)), tag);
    }
    assertTrue(section.getTextContent().contains("{{ seed }} </pre></details>"));
    assertFalse(section.getTextContent().contains("\u202E"));
  }

  private static Document page(RunResult run) throws Exception {
    return Pages.of(run);
  }

  private static List<String> texts(Element element, String tag) {
    return Dom.all(element, tag).stream().map(e -> e.getTextContent().strip()).toList();
  }
}
