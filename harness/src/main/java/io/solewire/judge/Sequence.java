package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Bisection;
import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import java.util.List;

/**
 * A user's subjects in the order in which they asked, prepared for questions about who came before
 * and after whom: each is answered in O(log n). Immutable.
 */
final class Sequence {

  private final List<Trace> subjects;
  private final long[] requested;

  /** For each number of first subjects, whose admission was read last, and the last but one. */
  private final int[] latest;

  private final long[] latestButOne;
  private final long firstAdmitted;

  private Sequence(UserTraces user) {
    subjects = user.as(Role.SUBJECT);
    int n = subjects.size();
    requested = subjects.stream().mapToLong(Trace::requested).toArray();
    latest = new int[n + 1];
    latestButOne = new long[n + 1];
    latest[0] = -1;
    latestButOne[0] = Long.MIN_VALUE;
    long first = NEVER;
    for (int i = 0; i < n; i++) {
      long admitted = subjects.get(i).settled();
      long most = latest[i] < 0 ? Long.MIN_VALUE : subjects.get(latest[i]).settled();
      boolean later = latest[i] < 0 || admitted > most;
      latest[i + 1] = later ? i : latest[i];
      latestButOne[i + 1] = Math.max(latestButOne[i], later ? most : admitted);
      first = Math.min(first, admitted);
    }
    firstAdmitted = first;
  }

  static Sequence of(UserTraces user) {
    return user.derived(Sequence.class, Sequence::new);
  }

  /** Those that asked later than an instant; they never asked if it is {@code NEVER}. */
  List<Trace> after(long t) {
    return subjects.subList(t == NEVER ? subjects.size() : before(t + 1), subjects.size());
  }

  /** True if one of them definitely came before this one asked. */
  boolean hasBefore(Trace trace) {
    return trace.requested() != NEVER && firstAdmitted < trace.requested();
  }

  /** True if one asked after the admission of this one, and before an instant. */
  boolean followed(Trace trace, long until) {
    List<Trace> later = after(trace.settled());
    return !later.isEmpty() && later.get(0).requested() < until;
  }

  /** True if another one asked before an instant, and not definitely before this one did. */
  boolean met(Trace trace, long until) {
    int asked = before(until);
    if (trace.requested() == NEVER) {
      return asked > 0;
    }
    if (asked == 0) {
      return false;
    }
    Trace last = subjects.get(latest[asked]);
    return (last == trace ? latestButOne[asked] : last.settled()) >= trace.requested();
  }

  /** How many asked before an instant. */
  private int before(long t) {
    return Bisection.first(requested.length, i -> requested[i] >= t);
  }
}
