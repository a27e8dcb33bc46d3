package io.solewire.report;

import static io.solewire.report.LoadSamples.load;
import static io.solewire.report.LoadSamples.passed;
import static io.solewire.report.Pages.hasClass;
import static io.solewire.report.Samples.run;
import static io.solewire.report.Samples.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.judge.Verdict;
import io.solewire.result.LoadResult;
import io.solewire.result.LoadVerdict;
import io.solewire.result.RunResult;
import io.solewire.result.Versus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** How a target compares with another one, in every report. */
class VersusReportTest {

  private static final Versus.Ratio WORSE =
      new Versus.Ratio(
          "eviction.p99", 400.0, 520.0, 1.31, 1.18, 1.46, Versus.Verdict.REGRESSION, 1.2, null);
  private static final Versus.Ratio SAME =
      new Versus.Ratio(
          "evictionRate", 500.0, 501.0, 1.0, 0.95, 1.07, Versus.Verdict.NO_DIFFERENCE, 1.1, null);
  private static final Versus.Ratio UNKNOWN =
      new Versus.Ratio(
          "admission.p99",
          null,
          null,
          null,
          null,
          null,
          Versus.Verdict.INCONCLUSIVE,
          null,
          "too few <b>rounds</b>");

  private static final String HEADLINE = "worse than acme: eviction.p99 1.31 times (1.18 to 1.46)";

  private static LoadResult result(Versus.Verdict verdict, Versus.Ratio... ratios) {
    String why = verdict == Versus.Verdict.INCONCLUSIVE ? "eviction.p99: too few" : null;
    Versus versus = new Versus("acme", 20, List.of(ratios), verdict, why, 0.995, List.of());
    return compared(load(passed()), versus);
  }

  private static final LoadResult REGRESSION =
      result(Versus.Verdict.REGRESSION, WORSE, SAME, UNKNOWN);

  @Test
  void aRegressionFailsAndWhatIsNotKnownIsNoSuccess() {
    assertEquals(Verdict.FAIL, LoadVerdict.of(REGRESSION, false));
    assertEquals(
        Verdict.INCONCLUSIVE, LoadVerdict.of(result(Versus.Verdict.INCONCLUSIVE, UNKNOWN), false));
    assertEquals(Verdict.PASS, LoadVerdict.of(result(Versus.Verdict.NO_DIFFERENCE, SAME), false));
    assertEquals(Verdict.INCONCLUSIVE, LoadVerdict.of(compared(load(passed()), null), false));
    assertEquals(Verdict.PASS, LoadVerdict.of(load(passed()), false));
  }

  @Test
  void whatAnUnhealthyGeneratorComparedAccusesNobody() {
    LoadResult ill =
        compared(LoadSamples.generator(load(passed()), LoadSamples.TIRED), REGRESSION.versus());
    assertEquals(Verdict.INCONCLUSIVE, LoadVerdict.of(ill, false));
    assertFalse(Headline.of(ended(ill, 3)).contains("worse"), Headline.of(ended(ill, 3)));
  }

  private static RunResult ended(LoadResult load, int code) {
    Verdict verdict = LoadVerdict.of(load, false);
    return with(run(), verdict, code, load);
  }

  @Test
  void theHeadlineSaysHowItCompares() {
    assertTrue(Headline.of(ended(REGRESSION, 1)).startsWith(HEADLINE));
    String kept = Headline.of(ended(result(Versus.Verdict.NO_DIFFERENCE, SAME), 0));
    assertTrue(kept.contains("; no difference to acme shown in 20 rounds; "), kept);
    String open = Headline.of(ended(result(Versus.Verdict.INCONCLUSIVE, UNKNOWN), 3));
    assertTrue(
        open.startsWith(
            "nothing proven: whether it differs from acme is not known: eviction.p99: too few; "),
        open);
  }

  @Test
  void theTerminalHasALineForEachNumberThatFits() {
    List<String> lines = LoadText.lines(REGRESSION);
    assertTrue(lines.contains("versus        " + HEADLINE), lines.toString());
    assertTrue(
        lines.contains("              eviction.p99  1.31 times (1.18 to 1.46): worse"),
        lines.toString());
    assertTrue(lines.stream().allMatch(line -> line.length() <= 80), lines.toString());
  }

  @Test
  void theSummaryHasATable() {
    String page = LoadMarkdown.of(REGRESSION, 60_000);
    assertTrue(page.contains("**" + Markdown.text(HEADLINE) + "**"), page);
    assertTrue(
        page.contains(
            "| <code>eviction.p99</code> | 400 µs | 520 µs | 1.31 (1.18 to 1.46) | worse |"),
        page);
    assertTrue(
        page.contains(
            "| <code>evictionRate</code> | 500/s | 501/s | 1.00 (0.95 to 1.07) | no diff"),
        page);
    assertTrue(page.contains("| – | – | – | not known: too few "), page);
    assertFalse(page.contains("<b>rounds"), page);
    assertFalse(LoadMarkdown.of(load(passed()), 60_000).contains("compared"));
  }

  @Test
  void thePageDrawsEachIntervalThatThereIs() throws Exception {
    Element table =
        Dom.only(Dom.all(Pages.of(with(run(), REGRESSION)), "table"), hasClass("gates versus"));
    List<Element> drawn = Dom.all(table, "svg");
    assertEquals(2, drawn.size(), "nothing is drawn of what is not known");
    assertEquals("1.31 (1.18 to 1.46)", drawn.get(0).getAttribute("aria-label"));
    int at = Integer.parseInt(Dom.all(drawn.get(0), "circle").get(0).getAttribute("cx"));
    Element interval = Dom.all(drawn.get(0), "rect").get(0);
    int low = Integer.parseInt(interval.getAttribute("x"));
    int high = low + Integer.parseInt(interval.getAttribute("width"));
    assertTrue(120 < low && low < at && at < high && high < 236, low + " " + at + " " + high);
    assertEquals("120", Dom.all(drawn.get(1), "circle").get(0).getAttribute("cx"));
    assertTrue(table.getTextContent().contains("too few <b>rounds</b>"), "as text");
  }

  @Test
  void whatIsFarBeyondThePictureStaysInIt() {
    Versus.Ratio far =
        new Versus.Ratio(
            "eviction.p50", 1.0, 99.0, 99.0, 0.0, 1e9, Versus.Verdict.REGRESSION, 1.2, null);
    VersusRow row = VersusRow.of(result(Versus.Verdict.REGRESSION, far).versus()).get(0);
    assertEquals(new VersusRow.Drawn(4, 236, 232), row.drawn());
  }

  @Test
  void junitHasATestcaseForIt() throws Exception {
    Element failed = testcase(REGRESSION);
    Element failure = Dom.all(failed, "failure").get(0);
    assertEquals(HEADLINE, failure.getAttribute("message"));
    assertTrue(failure.getTextContent().contains("all intervals hold together at 99.5 %"));
    Element passed = testcase(result(Versus.Verdict.NO_DIFFERENCE, SAME));
    assertEquals(0, Dom.all(passed, "failure").size());
  }

  private static Element testcase(LoadResult load) throws Exception {
    return Dom.all(Dom.parse(JunitXml.of(with(run(), load))), "testcase").stream()
        .filter(test -> test.getAttribute("name").equals("versus: no worse than acme"))
        .findFirst()
        .orElseThrow();
  }

  /** The same, compared with another server. */
  private static LoadResult compared(LoadResult l, Versus versus) {
    return new LoadResult(
        "versus",
        l.planned(),
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
        l.curve(),
        l.timeline(),
        null,
        null,
        null,
        versus);
  }
}
