package io.solewire.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.judge.Verdict;
import io.solewire.result.CaseResult;
import io.solewire.result.Results;
import io.solewire.result.RunResult;
import io.solewire.result.Visible;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The report on phones, tablets, desks and paper. */
@ExtendWith(InChromium.class)
class LayoutTest {

  /** 640 CSS pixels are a window of 1280 at 200 %, and 320 are one at 400 % (WCAG 1.4.10). */
  @ParameterizedTest
  @CsvSource({
    "PASSING, 320", "PASSING, 360", "PASSING, 640", "PASSING, 768", "PASSING, 1280",
    "FAILING, 320", "FAILING, 360", "FAILING, 640", "FAILING, 768", "FAILING, 1280",
    "LOAD, 320", "LOAD, 360", "LOAD, 640", "LOAD, 768", "LOAD, 1280",
    "WORST, 320", "WORST, 360", "WORST, 640", "WORST, 768", "WORST, 1280"
  })
  void thePageNeverScrollsSideways(Shown shown, int width, Tab tab) throws Exception {
    ReportPage report = tab.open(shown.html(), width);
    assertEquals(List.of(), report.tooWide());
    assertEquals(List.of(), report.unfold().tooWide());
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILING", "HOSTILE"})
  void everythingThatFailedIsOnPaper(Shown shown, Tab tab) throws Exception {
    Path html = shown.html();
    RunResult run = Results.read(html.resolveSibling(Results.FILE));
    String printed = squeezed(tab.open(html).printed());
    List<CaseResult> failed =
        run.cases().stream().filter(c -> c.verdict() == Verdict.FAIL).toList();
    assertTrue(!failed.isEmpty(), "a report of failures");
    for (CaseResult c : failed) {
      for (String part : List.of(c.id(), c.title(), c.expected(), c.actual(), c.text())) {
        assertTrue(printed.contains(squeezed(part)), c.id() + " without: " + part);
      }
    }
  }

  /**
   * Lines break elsewhere on paper, fonts have ligatures, and what is written from the right to the
   * left is in the PDF from the left to the right.
   */
  private static String squeezed(String text) {
    return Normalizer.normalize(Visible.text(text), Normalizer.Form.NFKC)
        .replaceAll("[\\s\\p{IsHebrew}\\p{IsArabic}]+", "");
  }
}
