package io.solewire.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.solewire.report.Evidence;
import io.solewire.report.Reports;
import io.solewire.result.Results;
import io.solewire.result.RunResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

  /** A server that stalls is not drawn as one that is steady. */
  @Test
  void whereNobodyWasEvictedTheLineBreaks(Tab tab, @TempDir Path folder) throws Exception {
    ObjectNode run =
        (ObjectNode)
            new ObjectMapper().readTree(Shown.LOAD.html().resolveSibling(Results.FILE).toFile());
    ObjectNode stalled = (ObjectNode) run.at("/load/timeline/2");
    List.of("evictions", "p50", "p99", "max").forEach(key -> stalled.put(key, 0));
    Path file = folder.resolve(Results.FILE);
    Files.writeString(file, run.toString());
    Reports.write(Results.read(file), folder);
    Page page = tab.open(folder.resolve(Reports.HTML), 1280).page();
    String line = page.locator(".heat path.p50").getAttribute("d");
    assertEquals(2, line.chars().filter(c -> c == 'M').count(), line);
    page.locator(".heat summary").click();
    String row = page.locator(".heat tbody tr").nth(2).innerText();
    assertTrue(row.matches("(?s)second 2\\s+0\\s+–\\s+–\\s+–"), row);
  }

  @Test
  void theirNumbersCanBeReadAsATable(Tab tab) throws Exception {
    Page page = tab.open(Shown.LOAD.html(), 1280).page();
    page.locator(".rate summary").click();
    page.locator(".rate tbody tr").first().waitFor();
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
