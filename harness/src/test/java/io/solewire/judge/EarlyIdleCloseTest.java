package io.solewire.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.solewire.profile.Profile;
import io.solewire.profile.ProfileException;
import io.solewire.profile.ProfileReader;
import io.solewire.result.Sleeps;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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

  @ParameterizedTest(name = "asleep for {0} ms until {1} ms: {2}")
  @CsvSource({"600, 1000, INCONCLUSIVE", "400, 1000, FAIL", "600, 2000, FAIL"})
  void isHeldAgainstTheServerUnlessOurMachineStoodStill(long millis, long until, Verdict expected)
      throws ProfileException {
    Sleeps sleeps = new Sleeps();
    sleeps.add(TimeUnit.MILLISECONDS.toNanos(until), TimeUnit.MILLISECONDS.toNanos(millis));
    Profile profile =
        ProfileReader.forUrl(
            "ws://h/{user}",
            Map.of("closes.idle", "{after: 1s, codes: [4408]}", "evicted.codes", "[4409]"));
    Finding closed =
        Judges.judge(profile, Story.users(STORY)).stream()
            .filter(f -> f.rule().equals("B3"))
            .findFirst()
            .orElseThrow();
    assertEquals(expected, sleeps.weighed(closed).verdict(), closed.toString());
  }
}
