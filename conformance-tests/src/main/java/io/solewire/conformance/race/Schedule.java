package io.solewire.conformance.race;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Who does what when in one round of a race. Immutable. Two schedules are equal if they have the
 * same moves in the same order; {@link #text} and {@link #parse} are inverse to each other.
 *
 * @param moves in the order in which they are made
 */
public record Schedule(List<Move> moves) {

  /** Fewer users, connections and moves are smaller; then shorter offsets. */
  public static final Comparator<Schedule> BY_SIZE =
      Comparator.comparingInt((Schedule s) -> s.users().size())
          .thenComparingInt(Schedule::connections)
          .thenComparingInt(s -> s.moves().size())
          .thenComparingLong(Schedule::spread);

  /** So many connections are raced with at most. */
  public static final int MOST_CONNECTIONS = 200;

  /** No offset is longer, in microseconds. */
  public static final int LONGEST_MICROS = 10_000_000;

  /**
   * Puts the moves into the order of time, what comes before the race first.
   *
   * @throws ScheduleException if nobody could play it; the message says why
   */
  public Schedule {
    moves =
        moves.stream()
            .map(m -> m.act().isBefore() ? m.at(0) : m)
            .sorted(Comparator.comparingInt(Schedule::turn).thenComparing(Move::micros))
            .toList();
    check(moves);
  }

  /** Who is there comes first, then what is done before the race, then the race. */
  private static int turn(Move move) {
    return move.act() == Act.THERE ? 0 : move.act().isBefore() ? 1 : 2;
  }

  private static void check(List<Move> moves) {
    List<Move> begun = moves.stream().filter(m -> m.act().begins()).toList();
    Set<String> names = begun.stream().map(Move::who).collect(Collectors.toSet());
    Set<String> there =
        begun.stream().filter(m -> m.act() == Act.THERE).map(Move::who).collect(Collectors.toSet());
    if (begun.isEmpty() || begun.size() > MOST_CONNECTIONS) {
      throw new ScheduleException("expected 1 to " + MOST_CONNECTIONS + " connections");
    }
    if (names.size() < begun.size()) {
      throw new ScheduleException("expected that each connection begins once");
    }
    for (Move move : moves) {
      if (!move.act().begins() && !there.contains(move.who())) {
        throw new ScheduleException(
            move.who() + " " + move.act().text() + ": expected \"" + move.who() + " there\" too");
      }
      if (Math.abs((long) move.micros()) > LONGEST_MICROS) {
        throw new ScheduleException(
            move.who() + ": expected an offset of at most " + LONGEST_MICROS + "us");
      }
    }
  }

  /**
   * So many connects of one user, the last byte of whose deciding steps is released.
   *
   * @param micros between two releases
   * @param backwards true if the last one is released first
   */
  public static Schedule lastByte(int racers, int micros, boolean backwards) {
    return new Schedule(
        IntStream.range(0, racers)
            .mapToObj(i -> new Move('a', backwards ? racers - i : i + 1, Act.CONNECT, i * micros))
            .toList());
  }

  /** So many connects of one user that start together, each on a thread of its own. */
  public static Schedule barrier(int racers) {
    return new Schedule(
        IntStream.rangeClosed(1, racers).mapToObj(i -> new Move('a', i, Act.START, 0)).toList());
  }

  /**
   * An incumbent that does something around a newcomer's request.
   *
   * @param before what it does before that, in this order, if anything
   * @param act what it does
   * @param micros so much later than the request, or earlier
   */
  public static Schedule crossing(List<Act> before, Act act, int micros) {
    List<Move> moves = new ArrayList<>();
    moves.add(new Move('a', 1, Act.THERE, 0));
    before.forEach(first -> moves.add(new Move('a', 1, first, micros)));
    moves.add(new Move('a', 1, act, micros));
    moves.add(new Move('a', 2, Act.CONNECT, 0));
    return new Schedule(moves);
  }

  /**
   * Reads the text of a schedule.
   *
   * @throws ScheduleException if it is none; the message names the part and what was expected
   */
  public static Schedule parse(String text) {
    return new Schedule(ScheduleText.read(text));
  }

  /** Such as {@code a1..a8 connect every 50us} or {@code a1 there, a2 connect, a1 close +200us}. */
  public String text() {
    return ScheduleText.write(moves);
  }

  /** Its users, in the order of their first moves. */
  public Set<Character> users() {
    return moves.stream().map(Move::user).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** How many connections there are. */
  public int connections() {
    return moves.stream().map(Move::who).collect(Collectors.toCollection(HashSet::new)).size();
  }

  private long spread() {
    return moves.stream().mapToLong(m -> Math.abs((long) m.micros())).sum();
  }

  @Override
  public String toString() {
    return text();
  }
}
