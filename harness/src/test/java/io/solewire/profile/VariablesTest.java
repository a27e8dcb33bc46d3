package io.solewire.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VariablesTest {

  @Test
  void theLastValueOfNameCounts() {
    Variables known = Variables.NONE.with("user", "anna").with("n", "1").with("user", "bert");
    assertEquals(Optional.of("bert"), known.get("user"));
    assertEquals(Optional.of("1"), known.get("n"));
  }

  @Test
  void whatIsAddedIsNotKnownToThoseBefore() {
    Variables before = Variables.of(Map.of("user", "anna"));
    Variables after = before.with("user", "bert").with("n", "1");
    assertEquals(Optional.of("anna"), before.get("user"));
    assertEquals(Optional.empty(), before.get("n"));
    assertEquals(Optional.of("bert"), after.get("user"));
  }

  @Test
  void nobodyKnowsTheEmptyName() {
    assertEquals(Optional.empty(), Variables.NONE.get(""));
    assertEquals(Optional.empty(), Variables.NONE.with("user", "anna").get(""));
  }

  @Test
  void nameWithoutValueIsNone() {
    assertThrows(NullPointerException.class, () -> Variables.NONE.with("user", null));
  }
}
