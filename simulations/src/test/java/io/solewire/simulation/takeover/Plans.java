package io.solewire.simulation.takeover;

import io.solewire.load.LoadPlan;
import io.solewire.profile.Profile;
import io.solewire.profile.ProfileException;
import io.solewire.profile.ProfileReader;
import java.util.List;
import java.util.Map;

/** Plans and profiles for tests. */
final class Plans {

  static final String URL = "ws://127.0.0.1:1/ws?user={user}";

  private Plans() {}

  /** Ten newcomers a second for ten seconds, the first of which does not count. */
  static LoadPlan usual() {
    return of(10, 5, 1_000, 9_000);
  }

  static LoadPlan of(double rate, int users, long warmupMs, long durationMs) {
    return new LoadPlan("takeover", rate, users, warmupMs, durationMs, "uniform", List.of());
  }

  /** So many newcomers within a second. */
  static LoadPlan spread(int newcomers, int users, String popularity) {
    return new LoadPlan("takeover", newcomers, users, 0, 1_000, popularity, List.of());
  }

  static Profile profile(Map<String, String> overrides) {
    try {
      return ProfileReader.forUrl(URL, overrides);
    } catch (ProfileException e) {
      throw new AssertionError(e);
    }
  }
}
