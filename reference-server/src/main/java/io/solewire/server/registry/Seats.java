package io.solewire.server.registry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One user's places. Immutable; every change is decided inside the registry's atomic update.
 *
 * @param holders in the order in which they got their places
 * @param online whether one of them, or one whose place is held, has been admitted
 */
record Seats(List<Connection> holders, boolean online) {
  static final Seats NONE = new Seats(List.of(), false);

  /**
   * With the newcomer, who follows whom it supersedes; empty if it is refused. A holder that is not
   * served any more, because a Close was sent or received, goes before any other.
   */
  Optional<Seats> with(Connection newcomer, Policy policy) {
    if (holders.size() < policy.max()) {
      return Optional.of(replaced(null, newcomer));
    }
    Optional<Connection> leaving = holders.stream().filter(c -> !c.served()).findFirst();
    if (policy.refuses()) {
      return leaving.map(gone -> replaced(gone, newcomer));
    }
    Connection superseded = leaving.orElse(holders.get(0));
    newcomer.follow(superseded);
    return Optional.of(replaced(superseded, newcomer));
  }

  /** Without a connection that has ended; the one whose place it stood in gets it back. */
  Seats without(Connection ended) {
    return holders.contains(ended)
        ? replaced(ended, Connection.chain(ended.predecessor()).stream().findFirst().orElse(null))
        : this;
  }

  Seats admitted() {
    return new Seats(holders, true);
  }

  private Seats replaced(Connection gone, Connection come) {
    List<Connection> next = new ArrayList<>(holders);
    next.remove(gone);
    if (come != null) {
      next.add(come);
      next.sort(Comparator.comparingLong(Connection::epoch));
    }
    return new Seats(List.copyOf(next), online);
  }
}
