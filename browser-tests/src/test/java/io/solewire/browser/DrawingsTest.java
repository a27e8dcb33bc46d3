package io.solewire.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.solewire.report.Evidence;
import io.solewire.report.Reports;
import io.solewire.result.Results;
import io.solewire.result.RunResult;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The drawings of a load. */
@ExtendWith(InChromium.class)
class DrawingsTest {

  @Test
  void percentilesOfOtherMetricsCanBeLaidOver(Tab tab) throws Exception {
    Page page = tab.open(Shown.LOAD.html(), 1280).page();
    Locator curves = page.locator(".percentiles .drawing path");
    assertEquals(1, curves.count());
    page.locator(".percentiles label:has-text('admission') input").first().check();
    assertEquals(2, curves.count());
  }

  @Test
  void everySecondHasItsDistribution(Tab tab) throws Exception {
    Page page = tab.open(Shown.LOAD.html(), 1280).page();
    Locator cells = page.locator(".heat rect.cell");
    int evictions =
        ((Number) cells.evaluateAll("all => all.reduce((sum, cell) => sum + cell.__data__[2], 0)"))
            .intValue();
    long told =
        Results.read(Shown.LOAD.html().resolveSibling(Results.FILE)).load().timeline().stream()
            .mapToLong(second -> second.evictions())
            .sum();
    assertEquals(told, evictions);
  }

  @Test
  void aPointerAndArrowsReadTheNumbersOut(Tab tab) throws Exception {
    Page page = tab.open(Shown.LOAD.html(), 1280).page();
    Locator heat = page.locator(".heat .drawing svg");
    heat.hover();
    String pointed = page.locator(".heat .read").innerText();
    assertTrue(pointed.matches("second \\d+(, warm-up)?: .*(p50 .*p99|no eviction).*"), pointed);
    heat.focus();
    page.keyboard().press("Home");
    assertTrue(page.locator(".heat .read").innerText().startsWith("second 0"));
    page.keyboard().press("ArrowRight");
    assertTrue(page.locator(".heat .read").innerText().startsWith("second 1"));
  }

  @Test
  void theirNumbersCanBeReadAsATable(Tab tab) throws Exception {
    Page page = tab.open(Shown.LOAD.html(), 1280).page();
    page.locator(".rate summary").click();
    assertEquals(4, page.locator(".rate tbody tr").count(), "a second of warm-up and three");
  }

  @Test
  void anEarlierLoadIsLaidOver(Tab tab, @TempDir Path folder) throws Exception {
    RunResult run = Results.read(Shown.LOAD.html().resolveSibling(Results.FILE));
    Evidence evidence = Evidence.of(run, Shown.LOAD.html().getParent());
    Reports.write(run, folder, evidence.against(new Evidence.Baseline("monday", run.load())));
    assertTrue(Files.exists(folder.resolve(Reports.HTML)));
    Page page = tab.open(folder.resolve(Reports.HTML), 1280).page();
    assertEquals(1, page.locator(".percentiles .drawing path.baseline").count());
    assertTrue(page.locator(".percentiles .series").innerText().contains("baseline monday"));
  }
}
