package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the sweeps find, by looking at everything: the definitions, word for word. */
final class BruteForce {

  private BruteForce() {}

  /** The first newcomer, in the order of requests, that is one too many for each incumbent. */
  static List<Takeover> takeovers(int max, UserTraces user) {
    List<Takeover> takeovers = new ArrayList<>();
    for (Trace incumbent : user.as(Role.SUBJECT)) {
      for (Trace newcomer : user.as(Role.SUBJECT)) {
        if (isOneTooMany(max, user, incumbent, newcomer)) {
          takeovers.add(new Takeover(incumbent, newcomer));
          break;
        }
      }
    }
    return takeovers;
  }

  private static boolean isOneTooMany(int max, UserTraces user, Trace incumbent, Trace newcomer) {
    long now = newcomer.admitted();
    if (now == NEVER
        || !newcomer.isAfter(incumbent)
        || thereUntil(incumbent) <= newcomer.requested()) {
      return false;
    }
    long others =
        user.as(Role.SUBJECT).stream()
            .filter(t -> t != newcomer && t.admitted() != NEVER && t.isAfter(incumbent))
            .filter(t -> t.admitted() <= now && thereUntil(t) > now)
            .count();
    return others + 1 >= max;
  }

  /** Of one live connection there is a simpler way to say it. */
  static List<Takeover> takeoversOfOne(UserTraces user) {
    List<Takeover> takeovers = new ArrayList<>();
    for (Trace incumbent : user.as(Role.SUBJECT)) {
      user.as(Role.SUBJECT).stream()
          .filter(t -> t.isAfter(incumbent) && t.admitted() != NEVER)
          .filter(t -> thereUntil(incumbent) > t.requested())
          .findFirst()
          .ifPresent(t -> takeovers.add(new Takeover(incumbent, t)));
    }
    return takeovers;
  }

  static boolean met(UserTraces user, Trace trace, long until) {
    return user.as(Role.SUBJECT).stream()
        .anyMatch(t -> t != trace && t.requested() < until && !trace.isAfter(t));
  }

  static boolean followed(UserTraces user, Trace trace, long until) {
    return user.as(Role.SUBJECT).stream().anyMatch(t -> t.isAfter(trace) && t.requested() < until);
  }

  static boolean hasBefore(UserTraces user, Trace trace) {
    return user.as(Role.SUBJECT).stream().anyMatch(trace::isAfter);
  }

  static Optional<Trace> elder(UserTraces user, Trace newcomer) {
    return user.as(Role.SUBJECT).stream()
        .filter(t -> newcomer.isAfter(t) && thereUntil(t) > newcomer.requested())
        .filter(t -> t.note().equals(newcomer.note()))
        .findFirst();
  }

  private static long thereUntil(Trace trace) {
    return Math.min(trace.ending().ours(), trace.evicted());
  }
}
