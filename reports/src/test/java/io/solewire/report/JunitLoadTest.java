package io.solewire.report;

import static io.solewire.report.LoadSamples.failed;
import static io.solewire.report.LoadSamples.finding;
import static io.solewire.report.LoadSamples.load;
import static io.solewire.report.LoadSamples.open;
import static io.solewire.report.LoadSamples.passed;
import static io.solewire.report.Samples.error;
import static io.solewire.report.Samples.fail;
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
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class JunitLoadTest {

  private static final LoadResult MIXED =
      LoadSamples.findings(
          load(passed(), failed(), open()),
          finding("B1", "MUST", Verdict.FAIL, 3, 5_000),
          finding("C6", "SHOULD", Verdict.WARN, 1, 5_000),
          finding("A1", "MUST", Verdict.PASS, 0, 5_000),
          finding("A2", "MUST", Verdict.ERROR, 0, 0),
          finding("E1", "MUST", Verdict.INCONCLUSIVE, 0, 0));

  private static final RunResult BOTH =
      with(
          run(
              pass("A1.one"),
              fail("D4.late", "x"),
              error("D1.race", "bug"),
              notApplicable("F1.p", "publish")),
          MIXED);

  @Test
  void putsTheLoadIntoASecondSuite() throws Exception {
    Document xml = Dom.parse(JunitXml.of(BOTH));
    assertEquals("testsuites", xml.getDocumentElement().getTagName());
    List<Element> suites = Dom.all(xml, "testsuite");
    assertEquals(2, suites.size());
    assertEquals("solewire.acme-staging", suites.get(0).getAttribute("name"));
    assertEquals("solewire.acme-staging load", suites.get(1).getAttribute("name"));
    assertEquals("2026-11-23T10:15:30", suites.get(1).getAttribute("timestamp"));
  }

  @Test
  void countsWhatEachSuiteAndBothHold() throws Exception {
    for (RunResult run :
        List.of(BOTH, with(run(), load(passed())), with(run(), LoadSamples.hostile()))) {
      Document xml = Dom.parse(JunitXml.of(run));
      Map<String, String> elements =
          Map.of(
              "tests", "testcase", "failures", "failure", "errors", "error", "skipped", "skipped");
      for (Map.Entry<String, String> entry : elements.entrySet()) {
        int sum = 0;
        for (Element suite : Dom.all(xml, "testsuite")) {
          int stated = Integer.parseInt(suite.getAttribute(entry.getKey()));
          assertEquals(Dom.all(suite, entry.getValue()).size(), stated, entry.getKey());
          sum += stated;
        }
        if (entry.getKey().equals("skipped")) {
          continue; // a root has none
        }
        String all = xml.getDocumentElement().getAttribute(entry.getKey());
        assertEquals(String.valueOf(sum), all, entry.getKey());
      }
    }
    Element root = Dom.parse(JunitXml.of(BOTH)).getDocumentElement();
    assertEquals("12", root.getAttribute("tests"));
    assertEquals("4", root.getAttribute("failures"));
    assertEquals("2", root.getAttribute("errors"));
    assertFalse(root.hasAttribute("skipped"), "the schema of Jenkins has none at the root");
  }

  @Test
  void dividesTheTimeOfTheRunBetweenTheSuites() throws Exception {
    LoadResult.Planned three = new LoadResult.Planned(500, 1_000, 2_000, 1_000, "uniform", null);
    Document xml = Dom.parse(JunitXml.of(with(run(), LoadSamples.planned(load(), three))));
    assertEquals("12.400", xml.getDocumentElement().getAttribute("time"));
    assertEquals("9.400", Dom.all(xml, "testsuite").get(0).getAttribute("time"));
    assertEquals("3.000", Dom.all(xml, "testsuite").get(1).getAttribute("time"));
  }

  @Test
  void failsAGateWithItsValue() throws Exception {
    Element failure = only(testcase(BOTH, "gate: eviction.p99.9 < 5 ms"), "failure");
    assertEquals("gate", failure.getAttribute("type"));
    assertEquals("eviction.p99.9 < 5 ms: 5.3 ms", failure.getAttribute("message"));
    Element passed = testcase(BOTH, "gate: eviction.p99 < 5 ms");
    assertTrue(Dom.all(passed, "failure").isEmpty());
    assertEquals("eviction.p99 < 5 ms: 2.1 ms", only(passed, "system-out").getTextContent());
  }

  @Test
  void failsAGateThatHadNoSamplesAsInconclusive() throws Exception {
    Element failure = only(testcase(BOTH, "gate: release.p99 < 10 ms"), "failure");
    assertEquals("inconclusive", failure.getAttribute("type"));
    assertEquals("release.p99 < 10 ms: no samples", failure.getAttribute("message"));
  }

  @Test
  void failsARuleThatWasBrokenUnderLoadWithItsText() throws Exception {
    Element testcase = testcase(BOTH, "rule B1 under load: the evicted connection is told");
    assertEquals("solewire.load", testcase.getAttribute("classname"));
    Element failure = only(testcase, "failure");
    assertEquals("fail", failure.getAttribute("type"));
    assertEquals("broken in 3 of 5,000: RST without a Close", failure.getAttribute("message"));
    assertEquals(MIXED.findings().get(0).text(), failure.getTextContent());
  }

  @Test
  void passesAWarningWithOutputAndLeavesOutWhatCouldNotBeSeen() throws Exception {
    Element warned = testcase(BOTH, "rule C6 under load");
    assertTrue(Dom.all(warned, "failure").isEmpty());
    assertEquals(MIXED.findings().get(1).text(), only(warned, "system-out").getTextContent());
    Element held = testcase(BOTH, "rule A1 under load");
    assertEquals("broken in 0 of 5,000", only(held, "system-out").getTextContent());
    assertFalse(JunitXml.of(BOTH).contains("rule E1"));
    only(testcase(BOTH, "rule A2 under load"), "error");
  }

  @Test
  void isRedWhereTheGeneratorWasNotHealthy() throws Exception {
    LoadResult tired = LoadSamples.generator(load(passed()), LoadSamples.TIRED);
    Element failure = only(testcase(with(run(), tired), "generator"), "failure");
    assertEquals("inconclusive", failure.getAttribute("type"));
    assertEquals("newcomers were started 48.0 ms late at p99", failure.getAttribute("message"));
    Element healthy = testcase(BOTH, "generator");
    assertTrue(Dom.all(healthy, "failure").isEmpty());
    assertTrue(only(healthy, "system-out").getTextContent().startsWith("CPU 34 %"));
  }

  @Test
  void isRedWhereNothingWasMeasured() throws Exception {
    LoadResult none = LoadSamples.metrics(load(passed()), Map.of());
    Element failure = only(testcase(with(run(pass("A1.one")), none), "generator"), "failure");
    assertEquals("no eviction was measured", failure.getAttribute("message"));
  }

  @Test
  void isGreenForALoadAloneThatIs() throws Exception {
    Element root = Dom.parse(JunitXml.of(with(run(), load(passed())))).getDocumentElement();
    assertEquals("0", root.getAttribute("failures"));
    assertEquals("0", root.getAttribute("errors"));
    assertEquals("4", root.getAttribute("tests"));
  }

  @Test
  void isRedWhenTheRunIsThoughNoTestcaseSaysWhy() throws Exception {
    LoadResult violated = LoadSamples.violations(load(passed()), 1);
    for (RunResult run :
        List.of(
            with(run(), Verdict.PASS, 0, violated),
            with(run(pass("A1.one")), Verdict.PASS, 3, load(passed())))) {
      Document xml = Dom.parse(JunitXml.of(run));
      Element error = Dom.all(xml, "error").get(0);
      assertEquals(Words.headline(run), error.getAttribute("message"));
      assertEquals("1", xml.getDocumentElement().getAttribute("errors"));
    }
  }

  @Test
  void keepsHostileTextAsText() throws Exception {
    Document xml = Dom.parse(JunitXml.of(with(run(), LoadSamples.hostile())));
    assertTrue(Dom.all(xml, "script").isEmpty());
    Element failure = Dom.only(Dom.all(xml, "failure"), e -> e.getAttribute("type").equals("gate"));
    assertTrue(failure.getAttribute("message").contains("<script>alert(1)</script>"));
    assertFalse(failure.getAttribute("message").contains("\n"));
  }

  @Test
  void standsALoadWithMostPartsMissing() throws Exception {
    RunResult run = with(run(), Verdict.INCONCLUSIVE, 3, LoadSamples.bare());
    Element failure = only(testcase(run, "generator"), "failure");
    assertEquals(
        "the health of the measuring side was not recorded", failure.getAttribute("message"));
  }

  private static Element testcase(RunResult run, String name) throws Exception {
    List<Element> found =
        Dom.all(Dom.parse(JunitXml.of(run)), "testcase").stream()
            .filter(e -> e.getAttribute("classname").equals("solewire.load"))
            .filter(e -> e.getAttribute("name").startsWith(name))
            .toList();
    assertEquals(1, found.size(), name);
    return found.get(0);
  }

  private static Element only(Element testcase, String tag) {
    return Dom.only(Dom.all(testcase, tag), e -> true);
  }
}
