package io.solewire.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Finding one's way among rules and cases. */
@ExtendWith(InChromium.class)
class FilterTest {

  @Test
  void aWordLeavesTheRulesAndCasesThatHaveIt(Tab tab) throws Exception {
    Page page = tab.open(Shown.FAILING.html()).page();
    page.locator("input[type=search]").fill("last-byte-race");
    assertEquals(List.of("D1.last-byte-race"), shown(page));
    assertEquals(List.of("D1"), rules(page));
    assertTrue(page.locator("output").innerText().startsWith("1 of "));
    page.locator("input[type=search]").fill("");
    assertEquals(page.locator("details.case").count(), shown(page).size());
    assertEquals("", page.locator("output").innerText());
  }

  @Test
  void whatIsCarriedForDrawingsIsNotFound(Tab tab) throws Exception {
    Page page = tab.open(Shown.FAILING.html()).page();
    page.locator("input[type=search]").fill("until");
    for (String id : shown(page)) {
      String text = page.locator("[id='" + id + "']").innerText().toLowerCase();
      assertTrue(text.contains("until"), id + ": " + text);
    }
  }

  @Test
  void severalWordsMustAllBeThere(Tab tab) throws Exception {
    Page page = tab.open(Shown.FAILING.html()).page();
    page.locator("input[type=search]").fill("D1 barrier zebra");
    assertEquals(List.of(), shown(page));
    assertEquals(List.of(), rules(page));
  }

  @Test
  void verdictsCanBeLeftOut(Tab tab) throws Exception {
    Page page = tab.open(Shown.FAILING.html()).page();
    page.locator("input[value=pass]").uncheck();
    page.locator("input[value='not-applicable']").uncheck();
    assertEquals(List.of("D1"), rules(page));
    assertFalse(shown(page).isEmpty());
    for (String id : shown(page)) {
      String kind = page.locator("[id='" + id + "']").getAttribute("class");
      assertFalse(kind.contains("pass") || kind.contains("not-applicable"), id + " is " + kind);
    }
  }

  @Test
  void allThatIsShownCanBeOpenedAndClosedAtOnce(Tab tab) throws Exception {
    Page page = tab.open(Shown.FAILING.html()).page();
    Locator open = page.locator("details.case[open]");
    page.locator("button[name=open]").click();
    assertEquals(page.locator("details.case").count(), open.count());
    page.locator("button[name=close]").click();
    assertEquals(0, open.count());
  }

  private static List<String> shown(Page page) {
    return page.locator("details.case:visible").evaluateAll("all => all.map(d => d.id)")
            instanceof List<?> ids
        ? ids.stream().map(String.class::cast).toList()
        : List.of();
  }

  private static List<String> rules(Page page) {
    return page.locator("tr.rule:visible th").allInnerTexts();
  }
}
