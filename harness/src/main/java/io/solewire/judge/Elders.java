package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Trace;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * Tells of each newcomer the first connection of the same spelling that was definitely admitted
 * before and still there when it asked. A sweep: newcomers are to be asked for in the order in
 * which they asked. Not thread-safe.
 */
final class Elders {

  private final List<Trace> subjects;
  private final List<Integer> byAdmission;
  private final Map<String, PriorityQueue<Integer>> there = new HashMap<>();
  private int next;

  Elders(List<Trace> subjects) {
    this.subjects = subjects;
    this.byAdmission =
        IntStream.range(0, subjects.size())
            .boxed()
            .filter(i -> subjects.get(i).admitted() != NEVER)
            .sorted(Comparator.comparingLong(i -> subjects.get(i).admitted()))
            .toList();
  }

  /** The first of those that the newcomer found. */
  Optional<Trace> of(Trace newcomer) {
    long asked = newcomer.requested();
    if (asked == NEVER) {
      return Optional.empty();
    }
    while (next < byAdmission.size() && subjects.get(byAdmission.get(next)).admitted() < asked) {
      int index = byAdmission.get(next++);
      there.computeIfAbsent(subjects.get(index).note(), note -> new PriorityQueue<>()).add(index);
    }
    PriorityQueue<Integer> same = there.get(newcomer.note());
    while (same != null
        && !same.isEmpty()
        && Sweep.thereUntil(subjects.get(same.peek())) <= asked) {
      same.remove();
    }
    return same == null || same.isEmpty()
        ? Optional.empty()
        : Optional.of(subjects.get(same.peek()));
  }
}
