package io.solewire.server.registry;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Who is connected, and which connections hold each user's places. Thread-safe; no method blocks.
 *
 * <p>A takeover is one atomic update, so of two newcomers exactly one finds the other, in whichever
 * order they come. The place is claimed <em>before</em> the 101 is written, so that whoever has
 * seen the 101 is already the one who gets the messages; the incumbent is only evicted after the
 * 101 is written. A newcomer that ends in between gives the place back, as if it had never come.
 *
 * <p>What it does not promise: that a connection it returns is still open.
 */
public final class Registry {
  private final ConcurrentHashMap<UserKey, Seats> places = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<UserKey, Set<Connection>> members = new ConcurrentHashMap<>();
  private final AtomicLong numbers = new AtomicLong();

  /** One for all users, so that nothing is kept for those who have gone. */
  private final AtomicLong epochs = new AtomicLong();

  private final Policy policy;
  private final PresenceListener presence;

  /** One connection per user, the newest wins, and nobody is told who is there. */
  public Registry() {
    this(Policy.ONE, PresenceListener.NONE);
  }

  /** A registry with nobody in it. */
  public Registry(Policy policy, PresenceListener presence) {
    this.policy = policy;
    this.presence = presence;
  }

  /** A number for a new connection, greater than all before; the first is 1. */
  public long nextNumber() {
    return numbers.incrementAndGet();
  }

  /**
   * Gives the newcomer one of its user's places and an epoch greater than all before (rule D3), or
   * refuses it; the decision and the registration are one step.
   */
  public Claim claim(Connection newcomer) {
    places.compute(
        newcomer.key(),
        (key, seats) -> {
          newcomer.decided(epochs.incrementAndGet());
          return (seats == null ? Seats.NONE : seats)
              .with(newcomer, policy)
              .orElseGet(
                  () -> {
                    newcomer.decided(Connection.UNDECIDED);
                    return seats;
                  });
        });
    if (newcomer.epoch() == Connection.UNDECIDED) {
      return Claim.REFUSED;
    }
    join(newcomer);
    List<Connection> superseded = Connection.chain(newcomer.predecessor());
    if (newcomer.status() == Status.ENDED) {
      remove(newcomer);
    }
    return Claim.granted(superseded);
  }

  /** The newcomer's handshake is complete: its predecessors will never get the place back. */
  public void settle(Connection newcomer) {
    newcomer.follow(null);
    places.computeIfPresent(
        newcomer.key(),
        (key, seats) -> {
          if (!seats.online()) {
            presence.online(key);
          }
          return seats.admitted();
        });
  }

  /**
   * Forgets a connection that has ended. Its place is given up only if this very connection holds
   * it (compare-and-delete): an older one's end never affects a newer one. If its own handshake was
   * never completed, the place goes back to the one before.
   */
  public void remove(Connection connection) {
    leave(connection);
    places.computeIfPresent(
        connection.key(),
        (key, seats) -> {
          Seats left = seats.without(connection);
          return left.holders().isEmpty() ? gone(key, seats) : left;
        });
  }

  /** Gives up the user's places whoever holds them: the mistake that {@link #remove} avoids. */
  public void forget(UserKey user) {
    places.computeIfPresent(user, this::gone);
  }

  private Seats gone(UserKey user, Seats seats) {
    if (seats.online()) {
      presence.offline(user);
    }
    return null;
  }

  /** The user's newest connection. */
  public Optional<Connection> current(UserKey user) {
    List<Connection> holders = holders(user);
    return holders.isEmpty() ? Optional.empty() : Optional.of(holders.get(holders.size() - 1));
  }

  /**
   * Those that hold the user's places, oldest first: one at most, unless the policy allows more.
   */
  public List<Connection> holders(UserKey user) {
    return places.getOrDefault(user, Seats.NONE).holders();
  }

  /** All connections of a user whose TCP has not ended, oldest first. */
  public List<Connection> of(UserKey user) {
    return members.getOrDefault(user, Set.of()).stream()
        .sorted(Comparator.comparingLong(Connection::number))
        .toList();
  }

  /** Every connection whose TCP has not ended; weakly consistent. */
  public Stream<Connection> all() {
    return members.values().stream().flatMap(Set::stream);
  }

  /** Those that hold a place, of all users; weakly consistent. */
  public Stream<Connection> holders() {
    return places.values().stream().flatMap(seats -> seats.holders().stream());
  }

  private void join(Connection connection) {
    members.compute(
        connection.key(),
        (user, set) -> {
          Set<Connection> all = set == null ? ConcurrentHashMap.newKeySet() : set;
          all.add(connection);
          return all;
        });
  }

  /** Takes a connection off the list of those whose TCP is up; leaves the user's places alone. */
  public void leave(Connection connection) {
    members.computeIfPresent(
        connection.key(),
        (user, all) -> {
          all.remove(connection);
          return all.isEmpty() ? null : all;
        });
  }
}
