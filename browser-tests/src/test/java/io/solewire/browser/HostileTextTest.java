package io.solewire.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.result.Visible;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a server says is text, whatever it says. */
@ExtendWith(InChromium.class)
class HostileTextTest {

  @ParameterizedTest
  @EnumSource
  void itMakesNoElementAndNoScript(Shown shown, Tab tab) throws Exception {
    ReportPage report = tab.open(shown.html()).unfold();
    assertEquals(List.of(), report.foreign());
    assertEquals(List.of(), tab.said());
  }

  @ParameterizedTest
  @EnumSource
  void itTurnsNothingAround(Shown shown, Tab tab) throws Exception {
    assertEquals(List.of(), tab.open(shown.html()).unfold().turning());
  }

  @Test
  void itIsShownWhole(Tab tab) throws Exception {
    String page = tab.open(Shown.WORST.html()).text();
    for (String text : HostileServer.TEXTS) {
      assertTrue(page.contains(Visible.text(text)), text);
    }
  }

  @Test
  void theReasonOfACloseIsQuoted(Tab tab) throws Exception {
    String page = tab.open(Shown.HOSTILE.html()).text();
    assertTrue(
        HostileServer.TEXTS.stream()
            .anyMatch(text -> page.contains('"' + Visible.text(text) + '"')));
  }

  /** The worst has cases and a load, so no report may have more scripts. */
  @Test
  void itAddsNoScriptToThoseOfTheReport(Tab tab) throws Exception {
    String scripts = "() => [...document.scripts].filter(s => !s.type).length";
    int cases = (int) tab.open(Shown.FAILING.html()).page().evaluate(scripts);
    int load = (int) tab.open(Shown.LOAD.html()).page().evaluate(scripts);
    int worst = (int) tab.open(Shown.WORST.html()).page().evaluate(scripts);
    assertTrue(worst <= cases + load, worst + " instead of " + cases + " and " + load);
  }
}
