package io.solewire.history;

import static io.solewire.history.Trace.NEVER;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Probes of one connection and their answers. Not thread-safe, as {@link Trace}. One answer may
 * answer several probes: an answer to a later one answers the earlier ones too (RFC 6455 5.5.3).
 */
public final class Answers {

  /** Of a connection that nobody has asked so far; it is never folded. */
  static final Answers NONE = new Answers();

  private List<Probe> probes = List.of();

  /** Those before this index are answered, the others are not. */
  private int answered;

  /**
   * A probe.
   *
   * @param id its id
   * @param sent when it was about to be written
   * @param answered when its answer was read, or {@link Trace#NEVER}
   */
  public record Probe(String id, long sent, long answered) {}

  void accept(Event event) {
    String id = event.detail().id();
    if (event.kind() == EventKind.PROBE_SENT) {
      probes = probes.isEmpty() ? new ArrayList<>(2) : probes;
      probes.add(new Probe(id, event.t(), NEVER));
      return;
    }
    int last = indexOf(id, answered);
    for (; answered <= last; answered++) {
      Probe probe = probes.get(answered);
      probes.set(answered, new Probe(probe.id(), probe.sent(), event.t()));
    }
  }

  /** The last of this id, from an index on. */
  private int indexOf(String id, int from) {
    for (int i = probes.size() - 1; i >= from; i--) {
      if (probes.get(i).id().equals(id)) {
        return i;
      }
    }
    return -1;
  }

  /** All probes in the order they were sent. */
  public List<Probe> probes() {
    return Collections.unmodifiableList(probes);
  }

  /** True if a probe sent after this instant was answered. */
  public boolean answeredAfter(long t) {
    return probes.stream().anyMatch(p -> p.sent() > t && p.answered() != NEVER);
  }

  /** When the first answer to a probe that was sent after this instant was read. */
  long first(long t) {
    return probes.stream().filter(p -> p.sent() > t).mapToLong(Probe::answered).min().orElse(NEVER);
  }

  /** True if a probe was sent after this instant. */
  public boolean probedAfter(long t) {
    return probes.stream().anyMatch(p -> p.sent() > t);
  }

  /** True if this very probe was answered. */
  public boolean answered(String id) {
    int index = indexOf(id, 0);
    return index >= 0 && probes.get(index).answered() != NEVER;
  }
}
