package io.solewire.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.solewire.profile.ProfileException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A server that still lists a session after the quiet time has kept it, unless it had no processor
 * to forget it on: then nobody knows.
 */
class SessionsThatLingerTest {

  private static final String STORY =
      "c1 admitted 0 fault sessions \"takeovers=5 listed=1\" 1; c2 requested 10 admitted 12;"
          + " c1 close 4409 13 our-close 13 fin 14 abandoned 20;"
          + " c2 fault sessions \"takeovers=17 listed=2\" 2113; end 3200";

  private static final Map<String, String> PROMISED =
      Map.of("evicted.codes", "[4409]", "quiet", "2s");

  @ParameterizedTest(name = "asleep for {0} ms until {1} ms: {2}")
  @CsvSource({"150, 2000, INCONCLUSIVE", "90, 2000, FAIL", "150, 2300, FAIL"})
  void areHeldAgainstTheServerUnlessOurMachineStoodStill(long millis, long until, Verdict expected)
      throws ProfileException {
    Finding weighed = new Asleep(millis, until).finding("L1", STORY, PROMISED);
    assertEquals(expected, weighed.verdict(), weighed.toString());
  }
}
