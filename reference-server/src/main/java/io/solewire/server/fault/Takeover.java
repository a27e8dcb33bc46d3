package io.solewire.server.fault;

import io.solewire.server.registry.CloseSignal;
import io.solewire.server.registry.Connection;
import java.util.List;
import java.util.function.Predicate;

/**
 * A newcomer and whom it supersedes. Immutable.
 *
 * @param newcomer its own event loop is the one that {@link Behaviour} is called on
 * @param incumbents newest first, empty if it is no takeover; more than one only where the first
 *     one's own handshake is not complete yet
 * @param signal what an evicted connection is told
 */
public record Takeover(Connection newcomer, List<Connection> incumbents, CloseSignal signal) {

  /** Copies the list. */
  public Takeover {
    incumbents = List.copyOf(incumbents);
  }

  /** Closes those incumbents that a faulty server finds. */
  void evictIf(Predicate<Connection> found) {
    incumbents.stream().filter(found).forEach(incumbent -> incumbent.close(signal));
  }
}
