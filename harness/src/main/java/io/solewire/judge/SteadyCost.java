package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Profile;
import java.util.List;

/**
 * L1: the last takeovers of a long chain are no slower than the first. Slower ones only warn: they
 * are evidence of something that is kept, and no proof.
 */
final class SteadyCost implements Judge {

  private static final int FEWEST = 50;

  /** Differences below this are the machine's. */
  private static final long NOISE = 10_000_000L;

  @Override
  public String rule() {
    return "L1";
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Trace> links =
        user.traces().stream().filter(t -> t.fault(Faults.LONG_CHAIN).isPresent()).toList();
    if (links.size() < 2) {
      return List.of();
    }
    long[] latencies =
        Takeover.of(profile, user).stream()
            .filter(t -> t.newcomer().fault(Faults.LONG_CHAIN).isPresent())
            .mapToLong(Takeover::latency)
            .filter(latency -> latency != NEVER)
            .toArray();
    String expected = "the last tenth of a chain of takeovers is no slower than twice the first";
    long from = links.get(0).requested();
    if (latencies.length < FEWEST) {
      String why = "a chain of " + latencies.length + " evictions shows no trend";
      return List.of(say.unseen(expected, why, from, user.end()));
    }
    int tenth = latencies.length / 10;
    long first = median(latencies, 0, tenth);
    long last = median(latencies, latencies.length - tenth, latencies.length);
    String actual =
        "median of the first "
            + tenth
            + " evictions "
            + Say.millis(first)
            + ", of the last "
            + Say.millis(last);
    return List.of(
        last > 2 * first && last - first > NOISE
            ? say.late(expected, actual + ": slower and slower", from, user.end())
            : say.pass(expected, actual, from, user.end()));
  }

  private static long median(long[] all, int from, int to) {
    long[] part = java.util.Arrays.copyOfRange(all, from, to);
    java.util.Arrays.sort(part);
    return part[part.length / 2];
  }
}
