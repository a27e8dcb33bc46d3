package io.solewire.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.solewire.profile.ProfileException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A server that closes as idle whoever has just asked something is wrong, unless what was asked was
 * held up on our side: then it has heard nothing.
 */
class EarlyIdleCloseTest {

  private static final String STORY =
      "c1 admitted 0 probe p0 900 answered p0 901; c2 requested 1000 admitted 1010;"
          + " c1 close 4408 1011 our-close 1012 fin 1013; end 3200";

  private static final Map<String, String> PROMISED =
      Map.of(
          "closes.idle", "{after: 1s, codes: [4408]}",
          "evicted.codes", "[4409]",
          "evicted.reason", "superseded");

  @ParameterizedTest(name = "by {0}, asleep for {1} ms until {2} ms: {3}")
  @CsvSource({
    "B3, 600, 1000, INCONCLUSIVE",
    "B3, 400, 1000, FAIL",
    "B3, 600, 2000, FAIL",
    "B5, 600, 1000, INCONCLUSIVE",
    "B5, 400, 1000, FAIL"
  })
  void isHeldAgainstTheServerUnlessOurMachineStoodStill(
      String rule, long millis, long until, Verdict expected) throws ProfileException {
    Finding weighed = new Asleep(millis, until).finding(rule, STORY, PROMISED);
    assertEquals(expected, weighed.verdict(), weighed.toString());
  }
}
