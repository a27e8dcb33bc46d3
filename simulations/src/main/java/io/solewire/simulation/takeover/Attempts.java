package io.solewire.simulation.takeover;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The connections of one user of which not everything is said yet, in the order in which they were
 * begun. Immutable: of those that are held there are very many, and a list that could grow would be
 * larger.
 *
 * @param all of them
 */
record Attempts(List<Attempt> all) {

  static final Attempts NONE = new Attempts(List.of());

  Attempts with(Attempt another) {
    List<Attempt> more = new ArrayList<>(all);
    more.add(another);
    return new Attempts(List.copyOf(more));
  }

  Attempts without(List<Attempt> some) {
    List<Attempt> rest = new ArrayList<>(all);
    rest.removeAll(some);
    return new Attempts(List.copyOf(rest));
  }

  Stream<Attempt> stream() {
    return all.stream();
  }

  boolean any(Predicate<Attempt> which) {
    return all.stream().anyMatch(which);
  }

  /** True if of each it is known whether it was admitted. */
  boolean areDecided() {
    return all.stream().allMatch(Attempt::isDecided);
  }

  /** The one that is there, if no other is on its way. */
  Optional<Attempt> alone() {
    return areDecided()
        ? all.stream()
            .filter(a -> a.isAlive() && a.successor() == null)
            .reduce((first, second) -> second)
        : Optional.empty();
  }

  /** True while a newcomer of the sample is on its way in. */
  boolean areTakenOverClosely() {
    return any(a -> !a.isDecided() && a.coming().closely());
  }

  /** True if one of them may be why that one was told that it is over. */
  boolean mayHaveEnded(Attempt old) {
    return any(a -> mayHaveEnded(a, old));
  }

  private static boolean mayHaveEnded(Attempt other, Attempt old) {
    return other != old
        && other.trace().requested() < old.trace().evicted()
        && !old.trace().isAfter(other.trace());
  }

  List<Trace> traces() {
    return all.stream().map(Attempt::trace).toList();
  }

  Attempt of(Trace trace) {
    return all.stream().filter(a -> a.trace() == trace).findFirst().orElseThrow();
  }

  /** True if of one no TCP connection came about. */
  boolean areUnreachable() {
    return any(a -> a.trace().tcpFailed() != NEVER);
  }

  /** True if one was admitted. */
  boolean areIn() {
    return any(a -> a.trace().admitted() != NEVER);
  }
}
