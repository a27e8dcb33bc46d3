package io.solewire.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The picture of a case in which two newcomers win. */
@ExtendWith(InChromium.class)
class TimelineTest {

  private static final String RACE = "[id='D1.last-byte-race']";

  @Test
  void theFirstPictureShowsTwoWhoWereLeftOpen(Tab tab) throws Exception {
    Locator names = race(tab).locator(".names li");
    List<String> lanes = names.allInnerTexts();
    assertTrue(
        lanes.stream().filter(l -> l.contains("open until we let go")).count() >= 2,
        lanes.toString());
  }

  /** One clock for the picture, its list and the text of the failure. */
  @Test
  void countsAsTheTextOfTheFailureDoes(Tab tab) throws Exception {
    Locator race = race(tab);
    unfold(race, "summary:has-text('These events as a list')", ".timeline tbody tr");
    race.locator("summary:has-text('As the terminal says it')").click();
    String listed =
        race.locator(".timeline tbody tr:has-text('admitted')").first().locator("th").innerText();
    String instant = listed.replaceAll("t\\+([0-9.]+) ms", "$1");
    String rounded = String.format(java.util.Locale.ROOT, "%.1f ms", Double.valueOf(instant));
    String text = race.locator("pre.text").innerText();
    assertTrue(text.contains(rounded + "  c"), rounded + " in " + text);
  }

  @Test
  void thoseWhomTheFindingNamesStandOut(Tab tab) throws Exception {
    Locator race = race(tab);
    assertEquals(
        race.locator(".names li").count(), race.locator(".names li.named").count(), "two winners");
    ReportPage hostile = tab.open(Shown.PASSING.html());
    assertTrue(hostile.page().locator("figure.timeline.fail").count() == 0);
  }

  @Test
  void theShadedTimeBeginsWhereTheFindingDoesAndLiesWithinThePicture(Tab tab) throws Exception {
    Locator race = race(tab);
    double left = race.locator(".bad rect").boundingBox().x;
    double right = left + race.locator(".bad rect").boundingBox().width;
    double plot = race.locator(".plot").boundingBox().x;
    assertTrue(left >= plot - 1 && right <= plot + race.locator(".plot").boundingBox().width + 1);
    Locator request = race.locator(".marks path.request-sent").first();
    assertEquals(center(request), left, 40);
  }

  @Test
  void aMarkTellsItsInstantItsConnectionAndWhatItIsWhenPointedAt(Tab tab) throws Exception {
    Locator race = race(tab);
    race.locator(".marks path.admitted").first().hover();
    String said = race.locator(".said").innerText();
    assertTrue(said.matches("t\\+[0-9.]+ (µs|ms|s)  c\\d+  admitted"), said);
  }

  @Test
  void arrowsStepThroughTheEventsInTheOrderOfTime(Tab tab) throws Exception {
    Locator race = race(tab);
    Page page = race.page();
    race.locator(".marks path[tabindex='0']").focus();
    String first = race.locator(".said").innerText();
    page.keyboard().press("ArrowRight");
    String second = race.locator(".said").innerText();
    assertNotEquals(first, second);
    page.keyboard().press("ArrowLeft");
    assertEquals(first, race.locator(".said").innerText());
    page.keyboard().press("End");
    String last = race.locator(".said").innerText();
    page.keyboard().press("ArrowRight");
    assertEquals(last, race.locator(".said").innerText(), "there is nothing after the last");
    page.keyboard().press("ArrowUp");
    assertNotEquals(lane(last), lane(race.locator(".said").innerText()));
  }

  @Test
  void enterMeasuresFromAMarkAndOnceMoreFromTheFirst(Tab tab) throws Exception {
    Locator race = race(tab);
    race.locator(".marks path[tabindex='0']").focus();
    race.page().keyboard().press("End");
    String before = race.locator(".said").innerText();
    race.page().keyboard().press("Enter");
    race.page().keyboard().press("ArrowLeft");
    assertTrue(race.locator(".said").innerText().startsWith("−"));
    race.page().keyboard().press("End");
    race.page().keyboard().press("Enter");
    assertEquals(before, race.locator(".said").innerText());
  }

  @Test
  void zoomSpreadsTheMarksAndAllBringsThemBack(Tab tab) throws Exception {
    Locator race = race(tab);
    double distance = distance(race);
    race.locator("button[aria-label='Zoom in']").click();
    assertEquals(1.8 * distance, distance(race), 1.5);
    race.locator(".marks path[tabindex='0']").focus();
    race.page().keyboard().press("+");
    assertEquals(1.8 * 1.8 * distance, distance(race), 2.5);
    race.page().keyboard().press("0");
    assertEquals(distance, distance(race), 1);
  }

  @Test
  void theShadedTimeCanFillThePicture(Tab tab) throws Exception {
    Locator race = race(tab);
    race.locator("button[aria-label='Show the shaded time']").click();
    double shaded = race.locator(".bad rect").boundingBox().width;
    assertEquals(race.locator(".plot").boundingBox().width, shaded, 60);
  }

  @Test
  void evenTimeShowsThatARaceIsShortAndAWaitIsLong(Tab tab) throws Exception {
    Locator race = race(tab);
    double squeezed = distance(race);
    Locator button = race.locator("button:has-text('even time')");
    button.click();
    assertEquals("true", button.getAttribute("aria-pressed"));
    assertTrue(distance(race) < squeezed / 2, squeezed + " and " + distance(race));
  }

  @Test
  void itsEventsCanBeReadAsAList(Tab tab) throws Exception {
    Locator race = race(tab);
    unfold(race, "summary:has-text('These events as a list')", ".timeline tbody tr");
    int marks = race.locator(".marks path").count();
    assertEquals(marks, race.locator(".timeline tbody tr").count());
    String row = race.locator(".timeline tbody tr").first().innerText();
    assertTrue(row.matches("(?s)t−[0-9.]+ ms\\s+c\\d+\\s+tcp-open.*"), row);
  }

  @Test
  void aFoldedCaseIsDrawnWhenItIsOpened(Tab tab) throws Exception {
    ReportPage report = tab.open(Shown.PASSING.html());
    Locator folded = report.caseAt("A1.two-in-turn");
    assertEquals(0, folded.locator("figure.timeline svg").count());
    unfold(folded, "summary", ".marks path.admitted");
    assertTrue(folded.locator(".marks path.admitted").count() >= 2);
    assertFalse(folded.locator(".names li.evicted").allInnerTexts().isEmpty());
  }

  /** What is folded is drawn in an event of its own, after the click. */
  private static void unfold(Locator part, String summary, String drawn) {
    part.locator(summary).first().click();
    part.locator(drawn).first().waitFor();
  }

  /** In pixels, between the first two admissions. */
  private static double distance(Locator race) {
    Locator admitted = race.locator(".marks path.admitted");
    return Math.abs(center(admitted.nth(1)) - center(admitted.nth(0)));
  }

  private static double center(Locator mark) {
    return mark.boundingBox().x + mark.boundingBox().width / 2;
  }

  private static String lane(String said) {
    return said.split("  ")[1];
  }

  private static Locator race(Tab tab) throws Exception {
    Locator race = tab.open(Shown.FAILING.html(), 1280).page().locator(RACE);
    race.scrollIntoViewIfNeeded();
    return race;
  }
}
