package io.solewire.hint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

  private static final List<String> KNOWN = List.of("conform", "check", "D1", "D4", "A1.x");

  @Test
  void suggestsWhatIsOneSlipAway() {
    assertEquals("; did you mean conform?", Nearest.suggestion("confrom", KNOWN));
    assertEquals("; did you mean check?", Nearest.suggestion("chek", KNOWN));
  }

  @Test
  void suggestsAllThatAreEquallyNear() {
    assertEquals(List.of("D1", "D4"), Nearest.to("D9", KNOWN));
  }

  @Test
  void suggestsNothingForWhatIsFarFromEverything() {
    assertEquals("", Nearest.suggestion("zzzzzz", KNOWN));
    assertEquals("", Nearest.suggestion("", KNOWN));
    assertEquals("", Nearest.suggestion("anything", List.of()));
  }

  @Test
  void takesABeginningForTheWholeAndMindsNoCase() {
    assertEquals(List.of("conform"), Nearest.to("CONF*", KNOWN));
  }
}
