package io.solewire.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** WCAG as far as axe-core sees it, everything unfolded. */
@ExtendWith(InChromium.class)
class AccessibilityTest {

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HOSTILE") // the worst says more
  void inLightColoursAxeFindsNothing(Shown shown, Tab tab) throws Exception {
    assertEquals(List.of(), tab.open(shown.html(), ColorScheme.LIGHT).unfold().inaccessible());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HOSTILE") // the worst says more
  void inDarkColoursAxeFindsNothing(Shown shown, Tab tab) throws Exception {
    assertEquals(List.of(), tab.open(shown.html(), ColorScheme.DARK).unfold().inaccessible());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HOSTILE") // the worst says more
  void onPaperOfSomebodyWhoPrefersTheDarkAxeFindsNothing(Shown shown, Tab tab) throws Exception {
    ReportPage report = tab.open(shown.html(), ColorScheme.DARK).onPaper();
    assertEquals(List.of(), report.inaccessible());
  }

  @ParameterizedTest
  @EnumSource
  void whatCanBeUsedSaysWhatItIs(Shown shown, Tab tab) throws Exception {
    assertEquals(List.of(), tab.open(shown.html()).unfold().nameless());
  }
}
