package io.solewire.server.registry;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Who is connected, and which connection is each user's current one. Thread-safe; no method blocks.
 *
 * <p>A takeover is one atomic swap, so of two newcomers exactly one finds the other, in whichever
 * order they come. The place is claimed <em>before</em> the 101 is written, so that whoever has
 * seen the 101 is already the one who gets the messages; the incumbent is only evicted after the
 * 101 is written. A newcomer that ends in between gives the place back, as if it had never come.
 *
 * <p>What it does not promise: that a connection it returns is still open.
 */
public final class Registry {
  private final ConcurrentHashMap<String, Connection> current = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Set<Connection>> members = new ConcurrentHashMap<>();
  private final AtomicLong numbers = new AtomicLong();

  /** A number for a new connection, greater than all before; the first is 1. */
  public long nextNumber() {
    return numbers.incrementAndGet();
  }

  /**
   * Makes the newcomer its user's current connection.
   *
   * @return the connections it supersedes, newest first; more than one only where an incumbent's
   *     own handshake is not complete yet
   */
  public List<Connection> claim(Connection newcomer) {
    String user = newcomer.user();
    members.compute(
        user,
        (key, set) -> {
          Set<Connection> all = set == null ? ConcurrentHashMap.newKeySet() : set;
          all.add(newcomer);
          return all;
        });
    current.compute(
        user,
        (key, incumbent) -> {
          newcomer.follow(incumbent);
          return newcomer;
        });
    List<Connection> superseded = Connection.chain(newcomer.predecessor());
    if (newcomer.status() == Status.ENDED) {
      remove(newcomer);
    }
    return superseded;
  }

  /** The newcomer's handshake is complete: its predecessors will never get the place back. */
  public void settle(Connection newcomer) {
    newcomer.follow(null);
  }

  /**
   * Forgets a connection that has ended. The user's place is given up only if this very connection
   * holds it (compare-and-delete): an older one's end never affects a newer one. If its own
   * handshake was never completed, the place goes back to the one before.
   */
  public void remove(Connection connection) {
    leave(connection);
    current.computeIfPresent(
        connection.user(),
        (user, holder) -> holder == connection ? heir(connection.predecessor()) : holder);
  }

  /** Gives up the user's place whoever holds it: the mistake that {@link #remove} avoids. */
  public void forget(String user) {
    current.remove(user);
  }

  /** The user's current connection. */
  public Optional<Connection> current(String user) {
    return Optional.ofNullable(current.get(user));
  }

  /** All connections of a user whose TCP has not ended, oldest first. */
  public List<Connection> of(String user) {
    return members.getOrDefault(user, Set.of()).stream()
        .sorted(Comparator.comparingLong(Connection::number))
        .toList();
  }

  /** Every connection whose TCP has not ended; weakly consistent. */
  public Stream<Connection> all() {
    return members.values().stream().flatMap(Set::stream);
  }

  /** The current connection of every user; weakly consistent. */
  public Map<String, Connection> holders() {
    return Collections.unmodifiableMap(current);
  }

  /** Takes a connection off the list of those whose TCP is up; leaves the user's place alone. */
  public void leave(Connection connection) {
    members.computeIfPresent(
        connection.user(),
        (user, all) -> {
          all.remove(connection);
          return all.isEmpty() ? null : all;
        });
  }

  private static Connection heir(Connection candidate) {
    return Connection.chain(candidate).stream().findFirst().orElse(null);
  }
}
