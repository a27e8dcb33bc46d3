package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Profile;
import java.util.Comparator;
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
    List<Takeover> evictions =
        Takeover.of(profile, user).stream()
            .filter(t -> t.newcomer().fault(Faults.LONG_CHAIN).isPresent())
            .filter(t -> t.latency() != NEVER)
            .toList();
    String expected = "the last tenth of a chain of takeovers is no slower than twice the first";
    long from = links.get(0).requested();
    if (evictions.size() < FEWEST) {
      String why = "a chain of " + evictions.size() + " evictions shows no trend";
      return List.of(say.unseen(expected, why, from, user.end()));
    }
    int tenth = evictions.size() / 10;
    long first = median(evictions.subList(0, tenth)).latency();
    Takeover slow = median(evictions.subList(evictions.size() - tenth, evictions.size()));
    long last = slow.latency();
    String actual =
        "median of the first "
            + tenth
            + " evictions "
            + Say.millis(first)
            + ", of the last "
            + Say.millis(last);
    long limit = Math.max(2 * first, first + NOISE);
    long asked = slow.newcomer().requested();
    return List.of(
        last > limit
            ? say.late(expected, actual + ": slower and slower", from, user.end())
                .overdue(asked, asked + limit, slow.incumbent().evicted())
            : say.pass(expected, actual, from, user.end()));
  }

  private static Takeover median(List<Takeover> part) {
    return part.stream()
        .sorted(Comparator.comparingLong(Takeover::latency))
        .toList()
        .get(part.size() / 2);
  }
}
