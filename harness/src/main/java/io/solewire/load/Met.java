package io.solewire.load;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Role;
import io.solewire.history.Trace;
import java.util.List;
import java.util.OptionalLong;

/** Connects of one user that were on their way at the same time. Stateless. */
final class Met {

  private Met() {}

  /** True if it met another one of its user. */
  static boolean another(Trace trace, List<Trace> all) {
    return all.stream().anyMatch(other -> met(trace, other));
  }

  /**
   * How long after the last request of those that met the last loser was told, in nanoseconds;
   * empty if none met, or none was told.
   */
  static OptionalLong settledWithin(Window window) {
    List<Trace> met =
        window.user().traces().stream()
            .filter(t -> t.role() == Role.SUBJECT && t.phase().equals(LoadPlan.MEASURED))
            .filter(t -> another(t, window.user().traces()))
            .toList();
    OptionalLong last = met.stream().mapToLong(Trace::requested).filter(t -> t != NEVER).max();
    OptionalLong told =
        met.stream()
            .filter(t -> window.settled().contains(t.conn()))
            .mapToLong(Trace::evicted)
            .filter(t -> t != NEVER)
            .max();
    return last.isPresent() && told.isPresent()
        ? OptionalLong.of(Math.max(0, told.getAsLong() - last.getAsLong()))
        : OptionalLong.empty();
  }

  /** Both were asked for before either was decided: no order is known. */
  private static boolean met(Trace trace, Trace other) {
    return other != trace
        && other.requested() < decided(trace)
        && trace.requested() < decided(other);
  }

  private static long decided(Trace trace) {
    long ended = Math.min(trace.ending().evicted(), trace.ending().ours());
    return Math.min(Math.min(trace.admitted(), trace.refused()), ended);
  }
}
