package io.solewire.report.embed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataTest {

  @Test
  void beginsNoTagAndNoReferenceWhateverItCarries() throws Exception {
    Map<String, String> hostile =
        Map.of("</script>&amp;'", "<!-- <script> ]]> \u2028 \uD83D\uDE00");
    String json = Data.json(hostile);
    assertFalse(json.matches(".*[<>&'].*"), json);
    assertEquals(hostile, new ObjectMapper().readValue(json, Map.class));
  }

  @Test
  void namesWhatABuildLacks() {
    IllegalStateException e =
        assertThrows(IllegalStateException.class, () -> Script.named("missing.js"));
    assertEquals("this build lacks /io/solewire/report/missing.js", e.getMessage());
  }

  @Test
  void bringsTheLibraryWithItsLicence() {
    assertTrue(Script.d3().text().startsWith("// https://d3js.org v7.9.0 Copyright"));
    assertTrue(Script.d3().digest().matches("'sha256-[A-Za-z0-9+/]{43}='"), Script.d3().digest());
  }
}
