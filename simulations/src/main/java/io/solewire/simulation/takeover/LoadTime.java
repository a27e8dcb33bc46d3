package io.solewire.simulation.takeover;

import io.solewire.load.LoadPlan;
import io.solewire.load.Workload;
import io.solewire.profile.Profile;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * How long a load takes at most: whatever takes longer hangs. Immutable and thread-safe.
 *
 * @param plan when newcomers come
 * @param profiles of the target, and of what it is compared with, if it is
 */
public record LoadTime(LoadPlan plan, List<Profile> profiles) {

  /**
   * So many of a population are on their way in at a time: a server that is slow to let them in is
   * waited for, instead of being run down until connects time out.
   */
  static final int ON_THEIR_WAY = 256;

  /** Between the request of the first newcomer and its instant. */
  static final Duration RUN_UP = Duration.ofMillis(200);

  private static final int MOST_USERS_PER_SECOND = 1_000;

  /** To start, to judge and to write, see {@link Scribe#PATIENCE}. */
  private static final Duration OVERHEAD = Scribe.PATIENCE.plusSeconds(60);

  /** Number of users that hold connections, on all servers. */
  long population() {
    return (long) profiles.size() * (plan.users() + LoadSettings.canaries(plan));
  }

  /** In which time they come: whole seconds, since Gatling 3.15.1 starts nobody in less. */
  public Duration rampUp() {
    boolean holds = plan.workload() == Workload.HOLD;
    int usual = holds ? Math.max(1, (int) plan.number("ramp")) : MOST_USERS_PER_SECOND;
    int most =
        profiles.stream()
            .mapToInt(profile -> profile.limits().connectsPerSecond().orElse(usual))
            .min()
            .orElse(usual);
    return Duration.ofSeconds(Math.max(1, ceil(population(), Math.min(usual, most))));
  }

  /** From the first user to the result. */
  public Duration atMost() {
    long waves = ceil(population(), ON_THEIR_WAY);
    return rampUp()
        .plus(longest(LoadTime::patience).multipliedBy(waves))
        .plus(RUN_UP)
        .plus(Duration.ofNanos(plan.length()))
        .plus(longest(LoadTime::settleWithin))
        .plus(OVERHEAD);
  }

  private Duration longest(Function<Profile, Duration> of) {
    return profiles.stream().map(of).max(Duration::compareTo).orElseThrow();
  }

  private static long ceil(long many, long each) {
    return (many + each - 1) / each;
  }

  /** How long a connect may take. */
  static Duration patience(Profile profile) {
    return profile.evicted().forceWithSlack().plusSeconds(1);
  }

  /** After the last newcomer: its admission, the eviction of its incumbent, and the release. */
  static Duration settleWithin(Profile profile) {
    return profile.evicted().forceWithSlack().multipliedBy(3).plusSeconds(10);
  }
}
