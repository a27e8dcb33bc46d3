package io.solewire.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.solewire.result.LoadResult.Generator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The measuring side in JSON: what was added stands beside what was there, and may be absent. */
class GeneratorJsonTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Generator WHOLE =
      new Generator(
          false,
          0.5,
          12,
          340,
          "late",
          List.of("late", "full"),
          new Readings(
              0.9,
              0.01,
              7L,
              250L,
              60L,
              100L,
              900L,
              1_200L,
              1_500L,
              70L,
              new Readings.Usage(120, 20_000),
              new Readings.Usage(40, 28_232),
              new Readings.Usage(300, 262_144),
              new Readings.Usage(17, 2_000_000)));

  @Test
  void everythingThatIsWrittenIsReadAgain() throws Exception {
    assertEquals(WHOLE, JSON.readValue(JSON.writeValueAsString(WHOLE), Generator.class));
  }

  @Test
  void readingsStandBesideTheOtherNumbers() {
    JsonNode written = JSON.valueToTree(WHOLE);
    assertEquals(900, written.get("loopLagP99Us").asLong());
    assertEquals(28_232, written.get("ports").get("limit").asLong());
    assertFalse(written.has("readings"), written.toString());
  }

  @Test
  void whatAnOlderReleaseWroteIsReadAndWrittenAsItWas() throws Exception {
    String old = "{\"healthy\":true,\"cpu\":0.34,\"gcMs\":12,\"scheduleLagP99Us\":120}";
    Generator read = JSON.readValue(old, Generator.class);
    assertEquals(new Generator(true, 0.34, 12, 120, null), read);
    assertEquals(Readings.NONE, read.readings());
    assertNull(read.readings().loopLagP99Us());
    assertEquals(old, JSON.writeValueAsString(read));
  }
}
