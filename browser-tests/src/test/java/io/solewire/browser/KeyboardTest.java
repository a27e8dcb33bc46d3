package io.solewire.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The report without a mouse. */
@ExtendWith(InChromium.class)
class KeyboardTest {

  @ParameterizedTest
  @EnumSource
  void tabReachesEverythingAndOneSeesWhereOneIs(Shown shown, Tab tab) throws Exception {
    assertEquals(List.of(), tab.open(shown.html()).unreachable());
  }

  @Test
  void theFirstStopLeadsPastTheTop(Tab tab) throws Exception {
    ReportPage report = tab.open(Shown.PASSING.html());
    report.page().keyboard().press("Tab");
    String target = (String) report.page().evaluate("() => document.activeElement.hash");
    assertTrue(report.page().locator("a[href='" + target + "']").first().isVisible(), target);
    report.page().keyboard().press("Enter");
    report.page().keyboard().press("Tab");
    String next = "id => document.getElementById(id).contains(document.activeElement)";
    assertEquals(true, report.page().evaluate(next, target.substring(1)), target);
  }

  @Test
  void enterOpensAFoldedCaseAndFoldsItAgain(Tab tab) throws Exception {
    ReportPage report = tab.open(Shown.PASSING.html());
    String anchor = report.foldedCases().get(0);
    report.caseAt(anchor).locator("summary").first().focus();
    report.page().keyboard().press("Enter");
    assertTrue(report.isOpen(anchor), anchor);
    report.page().keyboard().press("Enter");
    assertFalse(report.isOpen(anchor), anchor);
  }

  @Test
  void aLinkFromElsewhereOpensTheCaseThatItLeadsTo(Tab tab) throws Exception {
    ReportPage report = tab.open(Shown.PASSING.html());
    String anchor = report.foldedCases().get(0);
    assertFalse(report.isOpen(anchor), anchor);
    assertTrue(report.at(anchor).opens(anchor), anchor);
  }

  @Test
  void aLinkInThePageOpensTheCaseThatItLeadsTo(Tab tab) throws Exception {
    ReportPage report = tab.open(Shown.PASSING.html());
    String anchor = report.foldedCases().get(0);
    report.page().locator("a[href='#" + anchor + "']").first().press("Enter");
    assertTrue(report.opens(anchor), anchor);
  }
}
