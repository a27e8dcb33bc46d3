package io.solewire.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(InChromium.class)
class OpeningTest {

  @ParameterizedTest
  @EnumSource
  void itOpensWithoutAWordOnTheConsole(Shown shown, Tab tab) throws Exception {
    tab.open(shown.html());
    assertEquals(List.of(), tab.said());
  }
}
