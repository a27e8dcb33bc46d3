package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Profile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** D2: every admitted loser of a race is told; none is left open and silent. */
final class LosersTold implements NewestWinsJudge {

  private static final String NOBODY = "whoever loses is told and closed";

  @Override
  public String rule() {
    return "D2";
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Trace> racers =
        user.as(Role.SUBJECT).stream().filter(t -> t.fault(Faults.RACE).isPresent()).toList();
    List<Trace> admitted =
        racers.stream()
            .filter(t -> t.admitted() != NEVER && t.fault(Faults.STOP_READING).isEmpty())
            .toList();
    int max = profile.policy().max();
    if (admitted.size() <= max) {
      return turnedAway(racers, admitted)
          .map(actual -> say.pass(NOBODY, actual, racers.get(0).opened(), user.end()))
          .stream()
          .toList();
    }
    long last = 0;
    for (Trace racer : racers) {
      long asked = racer.requested() == NEVER ? 0 : racer.requested();
      last = Math.max(last, racer.admitted() == NEVER ? asked : racer.admitted());
    }
    long settled = last + profile.evicted().forceWithSlack().toNanos();
    return List.of(judge(user, admitted, max, new Race(last, settled), say));
  }

  /** What a race shows of which the losers were never admitted; empty if one was left hanging. */
  static Optional<String> turnedAway(List<Trace> racers, List<Trace> admitted) {
    List<Trace> others = racers.stream().filter(t -> !admitted.contains(t)).toList();
    boolean all =
        others.stream()
            .allMatch(t -> t.admitted() == NEVER && (t.refused() != NEVER || t.evicted() != NEVER));
    return all && !admitted.isEmpty() && !others.isEmpty()
        ? Optional.of(
            "only " + names(admitted) + " was admitted; turned away were " + names(others))
        : Optional.empty();
  }

  /** When the last racer was admitted, and from when on whoever is open was left open. */
  private record Race(long last, long settled) {}

  private static Finding judge(UserTraces user, List<Trace> admitted, int max, Race race, Say say) {
    long last = race.last();
    long settled = race.settled();
    long from = admitted.get(0).requested();
    String expected =
        "all but " + max + " of " + admitted.size() + " admitted connections are told and closed";
    List<Trace> left =
        admitted.stream().filter(t -> t.evicted() == NEVER && t.refused() == NEVER).toList();
    if (left.size() <= max) {
      String actual = admitted.size() - left.size() + " of them were told";
      return say.pass(expected, actual, from, user.end());
    }
    List<Trace> silent = left.stream().filter(t -> !t.answers().answeredAfter(last)).toList();
    if (silent.isEmpty()) {
      String why =
          "there was no loser: " + names(left) + " all answer, which is rule D1's business";
      return say.unseen(expected, why, from, user.end());
    }
    boolean watched =
        silent.stream()
            .anyMatch(
                t ->
                    Math.min(t.ending().ours(), user.end()) > settled
                        && Unanswered.after(t, last, user.end()).isPresent());
    String actual = names(silent) + " was left open and silent: nothing was said, none answers";
    return watched
        ? say.broken(expected, actual, from, user.end()).overdue(last, settled, user.end())
        : say.unseen(expected, names(silent) + " was not watched long enough", from, user.end());
  }

  private static String names(List<Trace> traces) {
    return traces.stream().map(Trace::conn).collect(Collectors.joining(", "));
  }
}
