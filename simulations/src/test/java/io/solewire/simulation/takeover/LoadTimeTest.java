package io.solewire.simulation.takeover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.load.LoadPlan;
import io.solewire.profile.Profile;
import io.solewire.profile.ProfileException;
import io.solewire.profile.ProfileReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoadTimeTest {

  private static Profile profile(Map<String, String> set) throws ProfileException {
    return ProfileReader.forUrl("ws://127.0.0.1:1/ws?user={user}", set);
  }

  private static LoadPlan hold(int users, int ramp) {
    return new LoadPlan(
        "hold", 100, users, 0, 20_000, "uniform", List.of(), Map.of("ramp", "" + ramp));
  }

  @Test
  void aPopulationThatIsToComeSlowlyHasTheTimeForIt() throws ProfileException {
    LoadTime time = new LoadTime(hold(18_000, 50), List.of(profile(Map.of())));
    assertEquals(Duration.ofSeconds(361), time.rampUp());
    assertTrue(time.atMost().compareTo(time.rampUp().plusSeconds(20)) > 0, time.atMost() + "");
  }

  @Test
  void aLimitOfTheProfileIsSlowerStill() throws ProfileException {
    Map<String, String> limited =
        Map.of("limits.connections", "2000", "limits.connects-per-second", "20");
    LoadTime time = new LoadTime(hold(1_000, 50), List.of(profile(Map.of()), profile(limited)));
    assertEquals(Duration.ofSeconds(101), time.rampUp());
  }

  /** So many wait at a time, each as long as a connect may take. */
  @Test
  void aServerThatIsSlowToLetThemInHasTheTimeForIt() throws ProfileException {
    Profile profile = profile(Map.of("evicted.force", "5s"));
    Duration few = new LoadTime(hold(250, 1_000), List.of(profile)).atMost();
    Duration many = new LoadTime(hold(18_000, 1_000), List.of(profile)).atMost();
    long waves = (18_005 + 255) / 256;
    Duration rest = Duration.ofSeconds(18 + 1).minusSeconds(1);
    assertEquals(Duration.ofMillis(6_500).multipliedBy(waves - 1).plus(rest), many.minus(few));
  }
}
