package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Answers;
import io.solewire.history.Detail;
import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Closes;
import io.solewire.profile.Evicted;
import io.solewire.profile.Policy;
import io.solewire.profile.Profile;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Connections that the server ended because another one of the same user came. */
final class Evictions {

  /** What ends every connection of the server, as was intended. */
  private static final Set<String> ENDS_ALL = Set.of(Faults.CRASH, Faults.SHUTDOWN);

  private Evictions() {}

  static List<Trace> of(Profile profile, UserTraces user) {
    if (profile.policy().kind() != Policy.Kind.NEWEST_WINS) {
      return List.of();
    }
    Sequence sequence = Sequence.of(user);
    return user.derived(
        Evictions.class,
        traces ->
            traces.as(Role.SUBJECT).stream()
                .filter(t -> t.admitted() != NEVER && t.evicted() != NEVER)
                .filter(t -> sequence.met(t, t.evicted()) && !givenUp(profile, t))
                .toList());
  }

  /**
   * True if another connection asked before the end of this one, and not definitely before this one
   * did: an end of the newest is no eviction.
   */
  static boolean caused(UserTraces user, Trace ended) {
    return Sequence.of(user).met(ended, ended.evicted());
  }

  /** Closed as idle while its client was silent: whoever came at the same moment has no part. */
  static boolean givenUp(Profile profile, Trace old) {
    return idle(profile, old)
        .filter(idle -> !responsive(old) || silence(old) >= idle.after().toNanos())
        .isPresent();
  }

  /** What the profile says of idle connections, if the server closed it as one. */
  static Optional<Closes.Idle> idle(Profile profile, Trace old) {
    Integer code = close(old).code();
    return profile.closes().idle().filter(idle -> code != null && idle.codes().contains(code));
  }

  /** Closed as idle before its time: is it, if what it said was held up on our side meanwhile? */
  static Finding early(Profile profile, Trace old, Finding broken) {
    long at = old.ending().closeIn();
    return idle(profile, old)
        .map(idle -> idle.after().toNanos())
        .map(after -> broken.overdue(at - after, at - after / 2, at))
        .orElse(broken);
  }

  /** How long it had asked nothing when it was closed: a script may be late too. */
  private static long silence(Trace old) {
    long closed = old.ending().closeIn();
    long asked =
        old.answers().probes().stream()
            .mapToLong(Answers.Probe::sent)
            .filter(sent -> sent < closed)
            .max()
            .orElse(old.admitted());
    return closed - asked;
  }

  /** The server's Close, unless something else ended the connection before. */
  static Detail close(Trace trace) {
    return byClose(trace) ? trace.ending().close() : Detail.NONE;
  }

  /** By what it ended, with the code if there was one. */
  static String how(Trace ended) {
    Integer code = close(ended).code();
    return ended.ending().by() + (code == null ? "" : " " + code);
  }

  /** Why an end that nobody caused is no broken promise; empty if there is no such reason. */
  static Optional<String> excuse(Profile profile, Trace ended) {
    if (withServer(ended)) {
      return Optional.of("ended when the server did");
    }
    Integer code = close(ended).code();
    if (code == null) {
      return Optional.empty();
    }
    if (idle(profile, ended).isPresent()) {
      return Optional.of("was closed as idle (" + code + ")");
    }
    return BackPressure.is(code)
        ? Optional.of("was closed with " + code + ", which is back-pressure")
        : Optional.empty();
  }

  /** True if it ended because the server was killed or stopped on purpose. */
  static boolean withServer(Trace ended) {
    return ended.faults().stream()
        .anyMatch(f -> f.t() <= ended.evicted() && ENDS_ALL.contains(f.name()));
  }

  /** True if it came before the server was killed or stopped, whatever had ended it by then. */
  static boolean ofEarlierServer(Trace trace) {
    return trace.faults().stream().anyMatch(f -> ENDS_ALL.contains(f.name()));
  }

  /** True if the profile names this Close as an eviction: by its code or by its reason. */
  static boolean named(Evicted evicted, Detail close) {
    Integer code = close.code();
    if (code == null) {
      return false;
    }
    return evicted.codesDeclared() && evicted.codes().contains(code)
        || evicted.reason().filter(r -> r.matcher(close.text()).find()).isPresent();
  }

  /** True if it was told that it was evicted: by the profile's message, code or reason. */
  static boolean told(Evicted evicted, Trace trace) {
    return trace.ending().message() != NEVER || named(evicted, close(trace));
  }

  /** True if another one of the user came after its admission and before its end. */
  static boolean followed(UserTraces user, Trace ended) {
    return Sequence.of(user).followed(ended, ended.ending().evicted());
  }

  static boolean responsive(Trace trace) {
    return trace.faults().stream()
        .noneMatch(f -> f.t() < trace.evicted() && Faults.UNRESPONSIVE.contains(f.name()));
  }

  static boolean byClose(Trace trace) {
    return trace.ending().closeIn() != NEVER && trace.ending().closeIn() < trace.ending().ours();
  }
}
