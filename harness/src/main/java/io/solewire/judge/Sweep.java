package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Bisection;
import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * Finds the definite takeovers of a user in O(n log n).
 *
 * <p>A newcomer is one too many for an incumbent if, when its admission was read, {@code max}
 * connections that definitely came after the incumbent had been admitted and not ended, itself
 * included: in whatever order the server decided on them, the incumbent was the oldest. A sweep
 * over the admissions with the set of those that are there tells of each newcomer the last
 * incumbent for which it is one too many; the first such newcomer is then found by bisection.
 */
final class Sweep {

  private final int max;
  private final List<Trace> subjects;
  private final List<Trace> admitted;
  private final int[] present;
  private int size;

  private Sweep(int max, UserTraces user) {
    this.max = max;
    this.subjects = user.as(Role.SUBJECT);
    this.admitted =
        subjects.stream().filter(t -> t.admitted() != NEVER && t.requested() != NEVER).toList();
    this.present = new int[admitted.size() + 1];
  }

  static List<Takeover> takeovers(int max, UserTraces user) {
    return new Sweep(max, user).takeovers();
  }

  private List<Takeover> takeovers() {
    int[] reach = reach();
    List<Takeover> takeovers = new ArrayList<>();
    for (Trace incumbent : subjects) {
      if (incumbent.admitted() == NEVER) {
        continue;
      }
      int first = firstThat(i -> admitted.get(i).requested() > incumbent.settled());
      int newcomer = firstThat(i -> reach[i] >= first);
      if (newcomer < admitted.size() && thereUntil(incumbent) > asked(newcomer)) {
        takeovers.add(new Takeover(incumbent, admitted.get(newcomer)));
      }
    }
    return List.copyOf(takeovers);
  }

  /**
   * For each newcomer the last place from which on {@code max} are there at its admission, itself
   * included; then the greatest of these so far.
   */
  private int[] reach() {
    int n = admitted.size();
    int[] reach = new int[n];
    List<Integer> byAdmission = sorted(i -> admitted.get(i).admitted());
    List<Integer> byEnd = sorted(i -> thereUntil(admitted.get(i)));
    boolean[] there = new boolean[n];
    int ended = 0;
    for (int from = 0, to = 0; from < n; from = to) {
      long now = admitted.get(byAdmission.get(from)).admitted();
      for (; to < n && admitted.get(byAdmission.get(to)).admitted() == now; to++) {
        int newcomer = byAdmission.get(to);
        there[newcomer] = thereUntil(admitted.get(newcomer)) > now;
        count(newcomer, there[newcomer] ? 1 : 0);
      }
      for (; ended < n && thereUntil(admitted.get(byEnd.get(ended))) <= now; ended++) {
        int gone = byEnd.get(ended);
        count(gone, there[gone] ? -1 : 0);
        there[gone] = false;
      }
      for (int newcomer : byAdmission.subList(from, to)) {
        reach[newcomer] = Math.min(newcomer, lastWithOthers(newcomer, there[newcomer]));
      }
    }
    for (int i = 1; i < n; i++) {
      reach[i] = Math.max(reach[i], reach[i - 1]);
    }
    return reach;
  }

  private List<Integer> sorted(ToLongFunction<Integer> by) {
    return IntStream.range(0, admitted.size())
        .boxed()
        .sorted(Comparator.comparingLong(by))
        .toList();
  }

  private long asked(int index) {
    return admitted.get(index).requested();
  }

  /** When we or the server ended it. */
  static long thereUntil(Trace trace) {
    return Math.min(trace.ending().ours(), trace.evicted());
  }

  /** Counts one in or out: a tree of sums (Fenwick). */
  private void count(int index, int by) {
    size += by;
    for (int i = index + 1; i < present.length; i += i & -i) {
      present[i] += by;
    }
  }

  /** The place from which on {@code max - 1} others are there; -1 if there are fewer. */
  private int lastWithOthers(int newcomer, boolean there) {
    if (max == 1) {
      return newcomer;
    }
    count(newcomer, there ? -1 : 0);
    int place = lastButFew(max - 1);
    count(newcomer, there ? 1 : 0);
    return place;
  }

  /** The place of the one that is the last but so many of those that are there; or -1. */
  private int lastButFew(int few) {
    int wanted = size - few + 1;
    if (wanted <= 0) {
      return -1;
    }
    int at = 0;
    for (int step = Integer.highestOneBit(present.length); step > 0; step >>= 1) {
      if (at + step < present.length && present[at + step] < wanted) {
        at += step;
        wanted -= present[at];
      }
    }
    return at;
  }

  /** The first place where a condition holds that holds from there on. */
  private int firstThat(IntPredicate holds) {
    return Bisection.first(admitted.size(), holds);
  }
}
