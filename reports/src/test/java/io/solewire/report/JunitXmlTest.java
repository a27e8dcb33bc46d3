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
import io.solewire.result.Visible;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class JunitXmlTest {

  private static final RunResult ONE_OF_EACH =
      run(
          1,
          false,
          pass("A1.one"),
          warn("C6.slow", "2 s"),
          inconclusive("D1.race", "HTTP 503"),
          error("D2.losers", "NullPointerException"),
          fail("D4.late", "nothing on the newcomer"),
          notApplicable("F1.published", "publish"),
          known(fail("B1.told", "FIN"), "2027-01-31"),
          known(pass("B2.legal"), "2027-01-31"));

  @Test
  void namesTheSuiteAfterTheTargetAndCountsItsCases() throws Exception {
    Element suite = Dom.parse(JunitXml.of(ONE_OF_EACH)).getDocumentElement();
    assertEquals("testsuite", suite.getTagName());
    assertEquals("solewire.acme-staging", suite.getAttribute("name"));
    assertEquals("8", suite.getAttribute("tests"));
    assertEquals("3", suite.getAttribute("failures"));
    assertEquals("1", suite.getAttribute("errors"));
    assertEquals("2", suite.getAttribute("skipped"));
    assertEquals("12.400", suite.getAttribute("time"));
    assertEquals("2026-11-23T10:15:30", suite.getAttribute("timestamp"));
  }

  @Test
  void countsWhatItHolds() throws Exception {
    Document xml = Dom.parse(JunitXml.of(ONE_OF_EACH));
    Element suite = xml.getDocumentElement();
    assertEquals(suite.getAttribute("tests"), size(xml, "testcase"));
    assertEquals(suite.getAttribute("failures"), size(xml, "failure"));
    assertEquals(suite.getAttribute("errors"), size(xml, "error"));
    assertEquals(suite.getAttribute("skipped"), size(xml, "skipped"));
  }

  @Test
  void namesACaseByItsGroupIdAndTitle() throws Exception {
    Element testcase = testcase(ONE_OF_EACH, "D4.late");
    assertEquals("solewire.concurrency", testcase.getAttribute("classname"));
    assertEquals("D4.late: what D4.late asks for", testcase.getAttribute("name"));
    assertEquals("1.234", testcase.getAttribute("time"));
    assertEquals(
        "solewire.eviction-signal", testcase(ONE_OF_EACH, "B1.told").getAttribute("classname"));
  }

  @Test
  void givesTheFirstLineOfAFailureAndWhatWasSeenAsItsMessageAndTheWholeAsItsText()
      throws Exception {
    Element failure = Dom.all(testcase(ONE_OF_EACH, "D4.late"), "failure").get(0);
    CaseResult subject = ONE_OF_EACH.cases().get(4);
    assertEquals("fail", failure.getAttribute("type"));
    assertEquals(
        Visible.line(subject.text().split("\n")[0]) + "; actual: nothing on the newcomer",
        failure.getAttribute("message"));
    assertEquals(subject.text(), failure.getTextContent());
  }

  @Test
  void makesAnInconclusiveCaseAFailureWithItsReason() throws Exception {
    Element failure = Dom.all(testcase(ONE_OF_EACH, "D1.race"), "failure").get(0);
    assertEquals("inconclusive", failure.getAttribute("type"));
    assertEquals("HTTP 503", failure.getAttribute("message"));
  }

  @Test
  void makesAFailureOfTheHarnessAnError() throws Exception {
    Element error = Dom.all(testcase(ONE_OF_EACH, "D2.losers"), "error").get(0);
    assertEquals("NullPointerException", error.getAttribute("message"));
  }

  @Test
  void skipsWhatIsNotApplicableNamingTheKey() throws Exception {
    Element skipped = Dom.all(testcase(ONE_OF_EACH, "F1.published"), "skipped").get(0);
    assertEquals("publish", skipped.getAttribute("message"));
  }

  @Test
  void passesAWarningWithOutput() throws Exception {
    Element warned = testcase(ONE_OF_EACH, "C6.slow");
    assertTrue(Dom.all(warned, "failure").isEmpty());
    assertEquals("C6.slow is late", Dom.all(warned, "system-out").get(0).getTextContent());
  }

  @Test
  void skipsAKnownFailureWithItsReasonAndItsText() throws Exception {
    Element known = testcase(ONE_OF_EACH, "B1.told");
    assertTrue(Dom.all(known, "failure").isEmpty());
    String message = Dom.all(known, "skipped").get(0).getAttribute("message");
    assertEquals("known until 2027-01-31: ticket 12", message);
    String output = Dom.all(known, "system-out").get(0).getTextContent();
    assertTrue(output.startsWith(message + "\n\nB1.told   MUST"), output);
  }

  @Test
  void failsAKnownFailureThatIsPastItsDate() throws Exception {
    RunResult run = run(1, false, known(fail("B1.told", "FIN"), "2026-11-22"));
    Element failure = Dom.all(testcase(run, "B1.told"), "failure").get(0);
    String expired = "expired on 2026-11-22: ticket 12; it is in known.yaml line 3";
    assertEquals(expired, failure.getAttribute("message"));
    assertTrue(failure.getTextContent().contains("\n\nB1.told   MUST"));
  }

  @Test
  void saysOfACaseThatDoesNotApplyThatItIsListed() throws Exception {
    RunResult run = run(pass("A1.one"), known(notApplicable("F1.sent", "publish"), "2027-01-31"));
    Element skipped = Dom.all(testcase(run, "F1.sent"), "skipped").get(0);
    assertEquals(
        "publish; listed as known failure, but not applicable: ticket 12",
        skipped.getAttribute("message"));
  }

  @Test
  void failsAKnownFailureThatPassesNow() throws Exception {
    Element failure = Dom.all(testcase(ONE_OF_EACH, "B2.legal"), "failure").get(0);
    assertEquals("known-failure-passes", failure.getAttribute("type"));
    assertEquals(
        "stale: B2.legal passes now; remove it from known.yaml line 3",
        failure.getAttribute("message"));
  }

  @Test
  void carriesWhatOneNeedsToRunItAgain() throws Exception {
    Document xml = Dom.parse(JunitXml.of(ONE_OF_EACH));
    assertEquals("8812", property(xml, "seed"));
    assertEquals("solewire 0.1.0", property(xml, "tool"));
    assertEquals("1", property(xml, "rulesVersion"));
    assertEquals("wss://acme.example/ws?user={user}", property(xml, "target.url"));
    assertEquals("1", property(xml, "exitCode"));
  }

  @Test
  void tellsProblemsOnStandardError() throws Exception {
    RunResult run =
        run("acme", Verdict.PASS, 0, false, List.of("disk full", "slow"), pass("A1.one"));
    Document xml = Dom.parse(JunitXml.of(run));
    assertEquals("disk full\nslow", Dom.all(xml, "system-err").get(0).getTextContent());
    assertTrue(Dom.all(Dom.parse(JunitXml.of(ONE_OF_EACH)), "system-err").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 4, 130})
  void isRedWhenNothingWasExecuted(int exitCode) throws Exception {
    Element suite = Dom.parse(JunitXml.of(run(exitCode, false))).getDocumentElement();
    assertEquals("1", suite.getAttribute("errors"));
    assertEquals("1", suite.getAttribute("tests"));
    Element error = Dom.all(suite, "error").get(0);
    assertTrue(error.getAttribute("message").startsWith("nothing proven: "));
  }

  @Test
  void isGreenWhenTheRunIs() throws Exception {
    Element suite = Dom.parse(JunitXml.of(run(pass("A1.one")))).getDocumentElement();
    assertEquals("0", suite.getAttribute("errors"));
    assertEquals("0", suite.getAttribute("failures"));
    assertEquals("1", suite.getAttribute("tests"));
  }

  @Test
  void keepsHostileTextAsText() throws Exception {
    RunResult run =
        run(
            Samples.HOSTILE,
            Verdict.FAIL,
            1,
            false,
            List.of(Samples.HOSTILE),
            fail("D4.late", Samples.HOSTILE),
            inconclusive("D1.race", Samples.HOSTILE),
            notApplicable("F1.published", Samples.HOSTILE));
    Document xml = Dom.parse(JunitXml.of(run));
    assertTrue(Dom.all(xml, "script").isEmpty());
    String text = Dom.all(testcase(run, "D4.late"), "failure").get(0).getTextContent();
    assertTrue(text.contains("]]><script>alert(1)</script>"), text);
    assertTrue(text.contains("\\u0000\\u0001\\u0007\\u001b\\ufffe \\ud800 \\udc00"), text);
    assertTrue(
        text.contains("\\u202eevil\\u202c \u0645\u0631\u062D\u0628\u0627 \uD83D\uDE00"), text);
    assertTrue(text.contains("\\u000d\nsecond line"), text);
    Element unsure = Dom.all(testcase(run, "D1.race"), "failure").get(0);
    assertFalse(unsure.getAttribute("message").contains("\n"));
    assertTrue(unsure.getAttribute("message").contains("<script>"));
  }

  private static Element testcase(RunResult run, String id) throws Exception {
    return Dom.only(
        Dom.all(Dom.parse(JunitXml.of(run)), "testcase"),
        e -> e.getAttribute("name").startsWith(id + ":"));
  }

  private static String property(Document xml, String name) {
    return Dom.only(Dom.all(xml, "property"), e -> e.getAttribute("name").equals(name))
        .getAttribute("value");
  }

  private static String size(Document xml, String tag) {
    return String.valueOf(Dom.all(xml, tag).size());
  }
}
