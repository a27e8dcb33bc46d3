package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Profile;
import java.util.List;
import java.util.Optional;

/**
 * What observers are shown of a takeover. I1: not offline at last. I2: not offline at all. I3:
 * offline once at most for each connection that ended, and never after the online of the newcomer.
 */
final class PresenceOfTakeover implements Judge {

  private final String rule;

  PresenceOfTakeover(String rule) {
    this.rule = rule;
  }

  /** All three. */
  static List<Judge> all() {
    return List.of(
        new PresenceOfTakeover("I1"), new PresenceOfTakeover("I2"), new PresenceOfTakeover("I3"));
  }

  @Override
  public String rule() {
    return rule;
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Takeover> takeovers = Takeover.of(profile, user);
    if (takeovers.isEmpty() || user.as(Role.OBSERVER).isEmpty()) {
      return List.of();
    }
    List<Shown> shown = Shown.of(profile, user);
    return profile.capabilities().presence().isEmpty()
        ? List.of()
        : List.of(judge(profile, user, takeovers, shown, say));
  }

  private Finding judge(
      Profile profile, UserTraces user, List<Takeover> takeovers, List<Shown> all, Say say) {
    long from = takeovers.get(0).newcomer().requested();
    Trace newest = takeovers.get(takeovers.size() - 1).newcomer();
    long until = Math.min(user.end(), newest.ending().ours());
    List<Shown> since = all.stream().filter(s -> s.t() >= from && s.t() < until).toList();
    String told = "observers were shown " + Shown.list(since, from);
    String expected = expected(newest);
    if (all.stream().noneMatch(s -> s.online() && s.t() < from)) {
      String why = "no observer was shown that the user came; is the profile's presence right?";
      return say.unseen(expected, why, from, user.end());
    }
    if (newest.evicted() != NEVER) {
      return say.unseen(expected, newest.conn() + " did not stay", from, user.end());
    }
    if (!newest.answers().answeredAfter(newest.admitted())) {
      return say.unseen(expected, newest.conn() + " answered no probe", from, user.end());
    }
    long quiet = until - profile.quiet().toNanos();
    if (!isBroken(takeovers.size(), since)) {
      return newest.admitted() < quiet
          ? say.pass(expected, told, from, until)
          : say.unseen(expected, "nobody watched for the quiet time", from, until);
    }
    Optional<Trace> idle = givenUp(profile, takeovers);
    if (idle.isPresent()) {
      String why = told + ", but " + idle.get().conn() + " was closed as idle";
      return say.unseen(expected, why, from, until);
    }
    return rule.equals("I1") && since.get(since.size() - 1).t() > quiet
        ? say.unseen(expected, told + ", and nobody watched for the quiet time", from, until)
        : say.broken(expected, told, from, until);
  }

  /** An incumbent of whom nothing was heard for so long that it was closed is rightly offline. */
  private static Optional<Trace> givenUp(Profile profile, List<Takeover> takeovers) {
    return takeovers.stream()
        .map(Takeover::incumbent)
        .filter(t -> t.evicted() != NEVER && Evictions.givenUp(profile, t))
        .findFirst();
  }

  private String expected(Trace newest) {
    return switch (rule) {
      case "I1" -> "observers are not left with offline while " + newest.conn() + " is connected";
      case "I2" -> "observers are not shown offline during the takeover by " + newest.conn();
      default ->
          "observers are shown offline once at most, and before " + newest.conn() + " is online";
    };
  }

  private boolean isBroken(int ended, List<Shown> since) {
    long offline = since.stream().filter(s -> !s.online()).count();
    return switch (rule) {
      case "I1" -> !since.isEmpty() && !since.get(since.size() - 1).online();
      case "I2" -> offline > 0;
      default -> {
        boolean late = false;
        boolean online = false;
        for (Shown each : since) {
          late |= online && !each.online();
          online |= each.online();
        }
        yield offline > ended || late && ended == 1;
      }
    };
  }
}
