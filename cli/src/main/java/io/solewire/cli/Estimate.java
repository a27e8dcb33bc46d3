package io.solewire.cli;

import io.solewire.conformance.run.CaseInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;

/**
 * How long a run still takes, by how long its cases took in an earlier one. It says nothing rather
 * than something wrong: nothing while a case takes far longer than it did, where the cases together
 * take far longer or shorter, or where a search follows whose length nobody knows. Not thread-safe.
 * Moments are those of one clock, in nanoseconds.
 */
final class Estimate {

  /** Without an earlier run there is none. */
  static final Estimate NONE = new Estimate(List.of(), 1);

  private static final long SECOND = 1_000_000_000L;

  /** A case that takes longer than it did by this and by half of that is no measure any more. */
  private static final long LEEWAY = 3 * SECOND;

  /** The cases together take between half and twice as long, once so much is there to compare. */
  private static final double FACTOR = 2;

  private static final long COMPARABLE = 10 * SECOND;
  private static final long SOON = 3 * SECOND;
  private static final long ROUGHLY = 20;
  private static final long STEP = 5;

  private final Map<String, Part> ahead = new LinkedHashMap<>();
  private final Map<String, Long> running = new LinkedHashMap<>();
  private final Map<String, Part> parts = new LinkedHashMap<>();
  private final int atOnce;
  private boolean searches;
  private long earlier;
  private long now;

  /**
   * A case as it was.
   *
   * @param id its id
   * @param nanos how long it took in the earlier run
   * @param alone true if it runs when the others have ended
   * @param races true if a search may follow where it fails
   */
  record Part(String id, long nanos, boolean alone, boolean races) {

    static Part of(CaseInfo info, long millis) {
      return new Part(info.id(), millis * 1_000_000, info.isAlone(), info.races());
    }
  }

  /**
   * Makes one.
   *
   * @param parts the cases, in the order in which they begin
   * @param atOnce how many of them run side by side
   */
  Estimate(List<Part> parts, int atOnce) {
    parts.forEach(part -> ahead.put(part.id(), part));
    this.parts.putAll(ahead);
    this.atOnce = atOnce;
  }

  void started(String id, long at) {
    Part part = ahead.remove(id);
    running.put(id, at);
    searches &= part == null || !part.alone();
  }

  /** A case has ended, or was not begun at all. */
  void finished(String id, boolean failed, long at) {
    ahead.remove(id);
    Long since = running.remove(id);
    Part part = parts.get(id);
    if (part != null && since != null) {
      earlier += part.nanos();
      now += at - since;
      searches |= failed && part.races();
    }
  }

  /** In words, such as {@code about 12 s left}; empty if nobody knows. */
  Optional<String> words(long at) {
    OptionalLong left = left(at);
    if (left.isEmpty()) {
      return Optional.empty();
    }
    if (left.getAsLong() < SOON) {
      return Optional.of("almost done");
    }
    long seconds = (left.getAsLong() + SECOND / 2) / SECOND;
    long shown = seconds <= ROUGHLY ? seconds : (seconds + STEP - 1) / STEP * STEP;
    return Optional.of("about " + shown + " s left");
  }

  private OptionalLong left(long at) {
    boolean nothing = ahead.isEmpty() && running.isEmpty();
    if (parts.isEmpty() || nothing || searches || incomparable()) {
      return OptionalLong.empty();
    }
    List<Long> ends = new ArrayList<>();
    for (Map.Entry<String, Long> entry : running.entrySet()) {
      Part part = parts.get(entry.getKey());
      if (part == null || at - entry.getValue() > part.nanos() * 3 / 2 + LEEWAY) {
        return OptionalLong.empty();
      }
      ends.add(Math.max(0, part.nanos() - (at - entry.getValue())));
    }
    return OptionalLong.of(played(ends));
  }

  private boolean incomparable() {
    return Math.max(earlier, now) > COMPARABLE
        && (now > earlier * FACTOR || earlier > now * FACTOR);
  }

  /** What is ahead takes the first place that becomes free; who runs alone comes after all. */
  private long played(List<Long> ends) {
    PriorityQueue<Long> places = new PriorityQueue<>(ends);
    long last = ends.stream().mapToLong(end -> end).max().orElse(0);
    long alone = 0;
    for (Part part : ahead.values()) {
      if (part.alone()) {
        alone += part.nanos();
      } else {
        long from = places.size() < atOnce ? 0 : places.remove();
        places.add(from + part.nanos());
        last = Math.max(last, from + part.nanos());
      }
    }
    return last + alone;
  }
}
