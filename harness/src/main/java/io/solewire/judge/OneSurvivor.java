package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Policy;
import io.solewire.profile.Profile;
import java.util.List;
import java.util.stream.Collectors;

/**
 * D1: of k concurrent connects min(k, max) survive. The oracle is safe: the server's order is not
 * known, so any connect without a definite later one may be the survivor.
 */
final class OneSurvivor implements Judge {

  @Override
  public String rule() {
    return "D1";
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Trace> racers =
        user.as(Role.SUBJECT).stream()
            .filter(t -> t.fault(Faults.RACE).isPresent() && t.requested() != NEVER)
            .toList();
    if (racers.size() < 2 || profile.policy().kind() == Policy.Kind.NONE) {
      return List.of();
    }
    long last = 0;
    for (Trace racer : racers) {
      last = Math.max(last, racer.admitted() == NEVER ? racer.requested() : racer.admitted());
    }
    long settled = last + profile.evicted().forceWithSlack().toNanos();
    return List.of(judge(profile, user, racers, new Race(last, settled), say));
  }

  /** When the last racer was admitted, and from when on a second survivor is a failure. */
  private record Race(long last, long settled) {}

  private static Finding judge(
      Profile profile, UserTraces user, List<Trace> racers, Race race, Say say) {
    int wanted = Math.min(racers.size(), profile.policy().max());
    String expected =
        "exactly " + wanted + " of " + racers.size() + " concurrent connects survives and answers";
    long from = racers.get(0).requested();
    List<Trace> alive =
        racers.stream()
            .filter(t -> t.evicted() == NEVER && t.refused() == NEVER)
            .filter(t -> t.answers().answeredAfter(race.last()))
            .toList();
    if (alive.size() > wanted) {
      boolean late = alive.stream().allMatch(t -> t.answers().answeredAfter(race.settled()));
      String actual = alive.size() + " survive and answer: " + names(alive);
      return late
          ? say.broken(expected, actual, from, user.end())
          : say.unseen(expected, actual + ", but were not asked late enough", from, user.end());
    }
    if (alive.size() < wanted) {
      return tooFew(user, racers, alive, expected, say);
    }
    return alive.stream()
        .filter(t -> racers.stream().filter(o -> later(o, t)).count() >= wanted)
        .findFirst()
        .map(
            t -> {
              String actual = t.conn() + " survives although a later one was admitted";
              return say.broken(expected, actual, from, user.end());
            })
        .orElseGet(() -> say.pass(expected, names(alive) + " survives", from, user.end()));
  }

  private static Finding tooFew(
      UserTraces user, List<Trace> racers, List<Trace> alive, String expected, Say say) {
    long from = racers.get(0).requested();
    List<Trace> unresolved = racers.stream().filter(Trace::indefinite).toList();
    List<Trace> silent =
        racers.stream()
            .filter(t -> t.evicted() == NEVER && t.refused() == NEVER && t.admitted() != NEVER)
            .filter(t -> !alive.contains(t))
            .toList();
    String survive = alive.isEmpty() ? "nobody survives" : names(alive) + " survives";
    if (!unresolved.isEmpty()) {
      String why = survive + ", but " + names(unresolved) + " was neither admitted nor refused";
      return say.unseen(expected, why, from, user.end());
    }
    boolean unasked = silent.stream().anyMatch(t -> t.answers().probes().isEmpty());
    if (unasked) {
      return say.unseen(expected, names(silent) + " was not probed", from, user.end());
    }
    String open = silent.isEmpty() ? "" : "; " + names(silent) + " is open but does not answer";
    return say.broken(expected, survive + open, from, user.end());
  }

  private static boolean later(Trace other, Trace survivor) {
    return other.isAfter(survivor) && other.admitted() != NEVER;
  }

  private static String names(List<Trace> traces) {
    return traces.stream().map(Trace::conn).collect(Collectors.joining(", "));
  }
}
